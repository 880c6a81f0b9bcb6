using System.Diagnostics;

namespace Moderation.Servers.Binaries;

/// <summary>A process in a group of its own that cannot outlive this one, even if this one is killed.</summary>
internal sealed class LeashedProcess : IDisposable
{
    // The watcher waits for the end of a pipe that only we hold open, then ends the whole group, itself included.
    private const string Script = """
        exec 3<&0 </dev/null >>"$1" 2>&1
        (read -r line <&3; kill -KILL -- "-$$") &
        shift
        exec "$@" 3<&-
        """;

    private readonly Process _process;
    private bool _ended;

    /// <param name="command">What to run.</param>
    /// <param name="log">The file that gets what it prints.</param>
    public LeashedProcess(Command command, string log)
    {
        var start = new ProcessStartInfo("setsid", ["/bin/sh", "-c", Script, "sh", log, command.Program, .. command.Arguments])
        {
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetDirectoryName(log),
        };
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }
        _process = Process.Start(start)!;
    }

    public bool HasEnded => _ended || _process.HasExited;

    /// <summary>Asks it to end and waits until it has.</summary>
    public async Task EndAsync(Signal signal)
    {
        Signals.Send(_process.Id, signal);
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Dispose();
    }

    /// <summary>Kills the whole group.</summary>
    public void Dispose()
    {
        // The watcher keeps the group's id from being given to anybody else, so this hits only our own.
        if (!Interlocked.Exchange(ref _ended, true))
        {
            Signals.Send(-_process.Id, Signal.Kill);
            _process.WaitForExit(TimeSpan.FromSeconds(10));
            _process.Dispose();
        }
    }
}
