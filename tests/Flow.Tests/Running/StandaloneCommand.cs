using System.Diagnostics;
using Moderation.Servers;

namespace Moderation.Flow.Tests.Running;

/// <summary>A command of Standalone that was run to its end.</summary>
internal sealed record StandaloneCommand(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    /// <param name="input">What it reads from standard input.</param>
    /// <param name="arguments">The command's name and what follows it.</param>
    public static async Task<StandaloneCommand> RunAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(OwnProgram.DotNet, [Built.Standalone, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var end = new CancellationTokenSource(_patience);
        using var kill = end.Token.Register(() => process.Kill(entireProcessTree: true));
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return new StandaloneCommand(process.ExitCode, await output, await errors);
    }
}
