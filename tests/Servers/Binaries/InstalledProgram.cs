namespace Moderation.Servers.Binaries;

/// <summary>A server program of this machine with a scratch folder of its own.</summary>
/// <param name="scratch">Where it keeps everything; deleted with it.</param>
/// <param name="command">What to run.</param>
/// <param name="stop">The signal that ends it cleanly.</param>
internal sealed class InstalledProgram(ScratchFolder scratch, Command command, Signal stop) : IServerProgram
{
    private LeashedProcess? _process;

    public string? Failure => _process is { HasEnded: true }
        ? $"{command.Program} ended by itself. The end of its log: {string.Join('\n', File.ReadLines(Log).TakeLast(20))}"
        : null;

    /// <summary>What it ended with by itself; null while it runs.</summary>
    public int? EndedWith => _process?.EndedWith;

    private string Log => scratch.File("log");

    public Task StartAsync()
    {
        if (_process is not null)
        {
            throw new InvalidOperationException("It runs already.");
        }
        _process = new LeashedProcess(command, scratch);
        return Task.CompletedTask;
    }

    public async Task StopAsync()
    {
        if (_process is not null)
        {
            await _process.EndAsync(stop);
            _process = null;
        }
    }

    public Task KillAsync()
    {
        _process?.Dispose();
        _process = null;
        return Task.CompletedTask;
    }

    public Task WipeAsync() => _process is null
        ? Task.Run(() => Directory.Delete(scratch.File("data"), recursive: true))
        : throw new InvalidOperationException("Stop it first.");

    public ValueTask DisposeAsync()
    {
        _process?.Dispose();
        _process = null;
        scratch.Dispose();
        return ValueTask.CompletedTask;
    }
}
