namespace Moderation.Dashboard.Decisions;

/// <summary>Wakes the relay of this process, so that a decision leaves at once while the moderator does not wait for the broker.</summary>
internal sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _set = new(0);

    public void Set() => _set.Release();

    /// <summary>Returns when something was decided here, or after the pause, in which another instance may have stopped half-way.</summary>
    public async Task WaitAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        await _set.WaitAsync(pause, cancellationToken);
        while (_set.Wait(0, cancellationToken))
        {
        }
    }

    public void Dispose() => _set.Dispose();
}
