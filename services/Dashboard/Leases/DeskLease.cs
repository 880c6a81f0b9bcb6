using System.Data.Common;

namespace Moderation.Dashboard.Leases;

/// <summary>
/// The one case that a desk has open: one of these a circuit. Renewed while it stays open; released on moving on, on a decision, and when
/// the circuit ends.
/// </summary>
internal sealed class DeskLease(LeaseStore leases, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan _renewal = LeaseStore.Length / 3;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _ended = new();
    private string _moderator = "";
    private Guid? _open;
    private bool _isAway;
    private ITimer? _timer;

    /// <summary>Tells this desk's leases from those of others.</summary>
    public Guid Desk { get; } = Guid.NewGuid();

    /// <summary>Opens a case and leaves the one before; null only leaves.</summary>
    /// <returns>The lease in force, perhaps another desk's; null when nothing is open or the database does not answer.</returns>
    public Task<Lease?> MoveToAsync(Guid? comment, string moderator, CancellationToken cancellationToken) => InTurnAsync(
        async () =>
        {
            if (_open is { } before && before != comment)
            {
                await leases.ReleaseAsync(Desk, before, cancellationToken);
            }

            (_open, _moderator) = (comment, moderator);
            _timer ??= time.CreateTimer(_ => _ = RenewAsync(), null, _renewal, _renewal);
            return await TakeAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>Gives the case up until the page is back.</summary>
    public Task PauseAsync(CancellationToken cancellationToken) => InTurnAsync(
        async () =>
        {
            _isAway = true;
            if (_open is { } comment)
            {
                await leases.ReleaseAsync(Desk, comment, cancellationToken);
            }

            return null;
        },
        cancellationToken);

    /// <summary>Takes the case again that the page had open, unless somebody else has it by now.</summary>
    public Task ResumeAsync(CancellationToken cancellationToken) => InTurnAsync(
        () =>
        {
            _isAway = false;
            return TakeAsync(cancellationToken);
        },
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_timer is not null)
        {
            await _timer.DisposeAsync();
            await MoveToAsync(null, _moderator, CancellationToken.None);
        }

        await _ended.CancelAsync();
        _ended.Dispose();
        _turn.Dispose();
    }

    private async Task RenewAsync()
    {
        try
        {
            await InTurnAsync(() => TakeAsync(_ended.Token), _ended.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The page was closed.
        }
    }

    private async Task<Lease?> TakeAsync(CancellationToken cancellationToken) =>
        _open is { } comment && !_isAway ? await leases.TakeAsync(comment, _moderator, Desk, cancellationToken) : null;

    private async Task<Lease?> InTurnAsync(Func<Task<Lease?>> step, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await step();
        }
        catch (DbException)
        {
            // Leases only tell; the desk works without. It ends by itself, or is renewed the next time.
            return null;
        }
        finally
        {
            _turn.Release();
        }
    }
}
