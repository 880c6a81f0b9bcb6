namespace Moderation.Servers.Binaries;

/// <summary>A server program of this machine with a scratch folder of its own.</summary>
internal sealed class InstalledProgram : IServerProgram
{
    private readonly ScratchFolder _scratch;
    private readonly Command _command;
    private readonly Signal _stop;
    private LeashedProcess? _process;

    /// <param name="scratch">Where it keeps everything; deleted with it.</param>
    /// <param name="command">What to run.</param>
    /// <param name="stop">The signal that ends it cleanly.</param>
    public InstalledProgram(ScratchFolder scratch, Command command, Signal stop)
    {
        (_scratch, _command, _stop) = (scratch, command, stop);
        AtExit.Add(this, End);
    }

    public string? Failure => _process is { HasEnded: true }
        ? $"{_command.Program} ended by itself. The end of its log: {string.Join('\n', File.ReadLines(Log).TakeLast(20))}"
        : null;

    private string Log => _scratch.File("log");

    public Task StartAsync()
    {
        if (_process is not null)
        {
            throw new InvalidOperationException("It runs already.");
        }
        _process = new LeashedProcess(_command, Log);
        return Task.CompletedTask;
    }

    public async Task StopAsync()
    {
        if (_process is not null)
        {
            await _process.EndAsync(_stop);
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
        ? Task.Run(() => Directory.Delete(_scratch.File("data"), recursive: true))
        : throw new InvalidOperationException("Stop it first.");

    public ValueTask DisposeAsync()
    {
        AtExit.Remove(this);
        End();
        return ValueTask.CompletedTask;
    }

    private void End()
    {
        _process?.Dispose();
        _process = null;
        _scratch.Dispose();
    }
}
