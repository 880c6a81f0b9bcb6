using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Moderation.Dashboard.Decisions;
using Moderation.Dashboard.Leases;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Live;

/// <summary>
/// Looks for all desks of this instance what happened on any instance, and tells them. Looks only while a desk is open; all instances
/// share the database, and their clocks differ by less than the overlap.
/// </summary>
internal sealed class DeskNews(
    ChangeReader changes, LeaseStore leases, Outbox outbox, TimeProvider time, ILogger<DeskNews> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    // A case may be committed a little after the time it says it was changed at.
    private static readonly TimeSpan _overlap = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly List<Subscription> _subscriptions = [];
    private readonly SemaphoreSlim _opened = new(0);
    private readonly Dictionary<string, ChangeReader.Row> _known = new(StringComparer.Ordinal);
    private DateTimeOffset _openedAt;
    private int _rounds;

    /// <summary>As last seen.</summary>
    public DeskHealth Health { get; private set; } = new(false, 0);

    /// <summary>The leases in force as last seen, by comment.</summary>
    public IReadOnlyDictionary<Guid, Lease> Leases { get; private set; } = new Dictionary<Guid, Lease>();

    /// <summary>
    /// Calls back with what happens on the sites in scope, from now on until disposed of; on no particular thread, and one call at a time.
    /// News may be told twice, and may be older than what the desk shows: compare sequences.
    /// </summary>
    public IDisposable Subscribe(SiteScope scope, Action<News> heard)
    {
        var subscription = new Subscription(this, scope, heard);
        lock (_lock)
        {
            if (_subscriptions.Count == 0)
            {
                _openedAt = time.GetUtcNow();
                _opened.Release();
            }

            _subscriptions.Add(subscription);
        }

        return subscription;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _opened.WaitAsync(stoppingToken);
            _known.Clear();
            _rounds = 0;
            using var ticks = new PeriodicTimer(_pause, time);
            do
            {
                await LookAsync(stoppingToken);
            }
            while (IsAnyOpen() && await ticks.WaitForNextTickAsync(stoppingToken));
        }
    }

    private bool IsAnyOpen()
    {
        lock (_lock)
        {
            return _subscriptions.Count > 0;
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            var cases = await ReadCasesAsync(stoppingToken);
            var held = await ReadLeasesAsync(stoppingToken);
            var isSlowRound = _rounds++ % 6 == 0;
            Tell(cases, held, isSlowRound ? new DeskHealth(false, await outbox.CountOlderThanAsync(_patience, stoppingToken)) : Health with { IsStoreDown = false });
            if (_rounds % 120 == 0)
            {
                await leases.ForgetOldAsync(stoppingToken);
            }
        }
        catch (DbException exception)
        {
            if (!Health.IsStoreDown)
            {
                logger.LogWarning("The desks hear no news: {Reason}", exception.Message);
            }

            Tell([], [], Health with { IsStoreDown = true });
        }
    }

    private async Task<List<CaseChange>> ReadCasesAsync(CancellationToken stoppingToken)
    {
        var since = time.GetUtcNow() - _overlap;
        var rows = await changes.ReadAsync(since, stoppingToken);
        // What was there before the first desk opened is on its first page already.
        var opened = _rounds == 0 ? _openedAt.ToUnixTimeMilliseconds() : 0;
        var news = rows.Where(row => row.ChangedAt >= opened && (!_known.TryGetValue(row.Id, out var known) || known != row)).ToList();
        foreach (var old in _known.Values.Where(row => row.ChangedAt < since.ToUnixTimeMilliseconds()).ToList())
        {
            _known.Remove(old.Id);
        }

        foreach (var row in rows)
        {
            _known[row.Id] = row;
        }

        return [.. news.Select(row => row.ToChange())];
    }

    private async Task<List<LeaseChange>> ReadLeasesAsync(CancellationToken stoppingToken)
    {
        var now = (await leases.ReadAsync(stoppingToken)).ToDictionary(lease => lease.CommentId);
        var taken = now.Values.Where(lease => !Leases.TryGetValue(lease.CommentId, out var before) || before.Desk != lease.Desk)
            .Select(lease => new LeaseChange(lease.CommentId, lease.Site, lease));
        var left = Leases.Values.Where(lease => !now.ContainsKey(lease.CommentId)).Select(lease => new LeaseChange(lease.CommentId, lease.Site, null));
        List<LeaseChange> news = [.. taken, .. left];
        Leases = now;
        return news;
    }

    private void Tell(List<CaseChange> cases, List<LeaseChange> changed, DeskHealth health)
    {
        var isHealthNews = health != Health;
        Health = health;
        if (cases.Count == 0 && changed.Count == 0 && !isHealthNews)
        {
            return;
        }

        List<Subscription> all;
        lock (_lock)
        {
            all = [.. _subscriptions];
        }

        foreach (var subscription in all)
        {
            Tell(subscription, cases, changed, isHealthNews);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "One desk in trouble must not silence the others.")]
    private void Tell(Subscription subscription, List<CaseChange> cases, List<LeaseChange> changed, bool isHealthNews)
    {
        var news = new News
        {
            Cases = [.. cases.Where(change => subscription.Scope.Covers(change.Site))],
            Leases = [.. changed.Where(change => subscription.Scope.Covers(change.Site))],
            Health = Health,
        };
        if (news.Cases.Count == 0 && news.Leases.Count == 0 && !isHealthNews)
        {
            return;
        }

        try
        {
            subscription.Heard(news);
        }
        catch (Exception exception)
        {
            logger.LogWarning("A desk could not take its news: {Reason}", exception.Message);
        }
    }

    private sealed class Subscription(DeskNews news, SiteScope scope, Action<News> heard) : IDisposable
    {
        public SiteScope Scope => scope;

        public Action<News> Heard => heard;

        public void Dispose()
        {
            lock (news._lock)
            {
                news._subscriptions.Remove(this);
            }
        }
    }
}
