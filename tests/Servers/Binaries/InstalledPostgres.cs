namespace Moderation.Servers.Binaries;

internal static class InstalledPostgres
{
    public static async Task<IServerProgram> PrepareAsync(int port)
    {
        var initdb = Installed.Find("initdb", "postgresql", Folders());
        var postgres = Path.Combine(Path.GetDirectoryName(initdb)!, "postgres");
        var scratch = new ScratchFolder();
        var data = scratch.File("data");
        await OwnFolderAsync(scratch.Path, data);
        await Installed.RunAsync(Unprivileged(
            new Command(initdb, "-D", data, "-U", PostgresServer.User, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")));
        var command = new Command(
            postgres, "-D", data, "-p", $"{port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=300");
        // A "fast" shutdown: it does not wait for clients to leave.
        return new InstalledProgram(scratch, Unprivileged(command), Signal.Interrupt);
    }

    private static IEnumerable<string> Folders() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(folder => folder.Length).ThenByDescending(folder => folder, StringComparer.Ordinal)
            .Select(folder => Path.Combine(folder, "bin"))
        : [];

    // PostgreSQL refuses to run as root.
    private static Command Unprivileged(Command command) => Environment.IsPrivilegedProcess ? command.As("postgres") : command;

    private static async Task OwnFolderAsync(string scratch, string data)
    {
        if (Environment.IsPrivilegedProcess)
        {
            await Installed.RunAsync(new Command("chmod", "711", scratch));
            await Installed.RunAsync(new Command("install", "-d", "-o", "postgres", "-m", "700", data));
        }
    }
}
