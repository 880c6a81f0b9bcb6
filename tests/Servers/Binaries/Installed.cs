using System.Diagnostics;

namespace Moderation.Servers.Binaries;

/// <summary>The programs this machine has.</summary>
internal static class Installed
{
    /// <summary>Finds a program in the given folders, then in PATH.</summary>
    /// <exception cref="ServersUnavailableException">It is not there.</exception>
    public static string Find(string program, string package, params IEnumerable<string> folders)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Concat(path).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists)
            ?? throw new ServersUnavailableException(
                $"These tests need real servers, but no Docker daemon is used and {program} is not installed. "
                + $"Start Docker, or install RabbitMQ, Redis and PostgreSQL (Debian: apt-get install rabbitmq-server redis-server postgresql; missing here: {package}).");
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task RunAsync(Command command)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command.Program} ended with {process.ExitCode}: {errors}{await output}");
        }
    }
}
