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
    private ITimer? _timer;

    /// <summary>Tells this desk's leases from those of others.</summary>
    public Guid Desk { get; } = Guid.NewGuid();

    /// <summary>Opens a case and leaves the one before; null only leaves.</summary>
    /// <returns>The lease in force, perhaps another desk's; null when nothing is open or the database does not answer.</returns>
    public async Task<Lease?> MoveToAsync(Guid? comment, string moderator, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_open is { } before && before != comment)
            {
                await leases.ReleaseAsync(Desk, before, cancellationToken);
            }

            (_open, _moderator) = (comment, moderator);
            _timer ??= time.CreateTimer(_ => _ = RenewAsync(), null, _renewal, _renewal);
            return comment is null ? null : await leases.TakeAsync(comment.Value, moderator, Desk, cancellationToken);
        }
        catch (DbException)
        {
            // Leases only tell; the desk works without.
            return null;
        }
        finally
        {
            _turn.Release();
        }
    }

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
            await _turn.WaitAsync(_ended.Token);
            try
            {
                if (_open is { } comment)
                {
                    await leases.TakeAsync(comment, _moderator, Desk, _ended.Token);
                }
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (Exception exception) when (exception is DbException or OperationCanceledException or ObjectDisposedException)
        {
            // It ends by itself, or is renewed the next time.
        }
    }
}
