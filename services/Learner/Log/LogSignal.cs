namespace Moderation.Learner.Log;

/// <summary>Wakes whoever follows the logs in this process, so that a lesson is learned at once.</summary>
internal sealed class LogSignal : IDisposable
{
    private readonly SemaphoreSlim _set = new(0);

    public void Set() => _set.Release();

    /// <summary>Returns when something was added here, or after the pause, in which another learner may have added something.</summary>
    public async Task WaitAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        await _set.WaitAsync(pause, cancellationToken);
        while (_set.Wait(0, cancellationToken))
        {
        }
    }

    public void Dispose() => _set.Dispose();
}
