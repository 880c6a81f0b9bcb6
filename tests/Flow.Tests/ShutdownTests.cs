using System.Diagnostics;
using Moderation.Flow.Tests.Running;
using Moderation.Servers;

namespace Moderation.Flow.Tests;

public sealed class ShutdownTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Standalone_ends_quietly_when_it_is_told_to()
    {
        var data = Directory.CreateTempSubdirectory("moderation-data-");
        var start = new ProcessStartInfo(OwnProgram.DotNet, [Built.Standalone, "--urls", "http://127.0.0.1:0", "--Data:Directory", data.FullName])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        using var end = new CancellationTokenSource(_patience);
        using var kill = end.Token.Register(() => process.Kill(entireProcessTree: true));
        var errors = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.Contains("Application started", StringComparison.Ordinal))
        {
        }

        using (Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
        }

        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        data.Delete(recursive: true);

        Assert.Empty(await errors);
        Assert.Equal(0, process.ExitCode);
    }
}
