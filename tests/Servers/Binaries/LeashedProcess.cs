using System.Diagnostics;

namespace Moderation.Servers.Binaries;

/// <summary>A process in a group of its own that cannot outlive this one, even if this one is killed.</summary>
internal sealed class LeashedProcess : IDisposable
{
    // The watcher reads a pipe that only we hold open. A line means that we are done with the process; the pipe's
    // end means that we are gone, and then nobody needs the folder any more. It deletes it twice: PostgreSQL's
    // children may still write while they notice that they are orphans.
    private const string Script = """
        exec 3<&0 </dev/null >>"$1/log" 2>&1
        (read -r line <&3 || { kill -KILL "$$"; rm -rf "$1" || { sleep 1; rm -rf "$1"; }; }; kill -KILL "-$$") &
        shift
        exec "$@" 3<&-
        """;

    private readonly Process _process;
    private bool _ended;

    /// <param name="command">What to run.</param>
    /// <param name="scratch">Where it runs and what it prints is logged.</param>
    public LeashedProcess(Command command, ScratchFolder scratch)
    {
        var start = new ProcessStartInfo("setsid", ["/bin/sh", "-c", Script, "sh", scratch.Path, command.Program, .. command.Arguments])
        {
            RedirectStandardInput = true,
            WorkingDirectory = scratch.Path,
        };
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }
        _process = Process.Start(start)!;
    }

    public bool HasEnded => _ended || _process.HasExited;

    /// <summary>What it ended with by itself; null while it runs, and once we have ended it.</summary>
    public int? EndedWith => !_ended && _process.HasExited ? _process.ExitCode : null;

    /// <summary>Asks it to end and waits until it has.</summary>
    public async Task EndAsync(Signal signal)
    {
        Signals.Send(_process.Id, signal);
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Dispose();
    }

    /// <summary>Kills it with all its children.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, true))
        {
            return;
        }
        if (!_process.HasExited)
        {
            // The whole tree and not the group alone: PostgreSQL's children have groups of their own.
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(TimeSpan.FromSeconds(10));
        }
        ReleaseWatcher();
        _process.Dispose();
    }

    private void ReleaseWatcher()
    {
        try
        {
            _process.StandardInput.WriteLine();
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It went with the tree.
        }
    }
}
