namespace Moderation.Servers.Binaries;

internal static class InstalledRedis
{
    public static IServerProgram Prepare(int port, params string[] settings)
    {
        var program = Installed.Find("redis-server", "redis-server");
        var scratch = new ScratchFolder();
        var command = new Command(
            program, ["--port", $"{port}", "--bind", "127.0.0.1", "--dir", scratch.Path, "--appendonly", "yes", "--save", "", .. settings]);
        return new InstalledProgram(scratch, command, Signal.Terminate);
    }
}
