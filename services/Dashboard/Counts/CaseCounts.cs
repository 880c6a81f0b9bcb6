using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Dashboard.SignIn;
using Moderation.Hosting.Sites;

namespace Moderation.Dashboard.Counts;

/// <summary>The counts that all desks of this instance share. Counted when a desk asks, and again only when that is cheap enough.</summary>
internal sealed class CaseCounts(
    [FromKeyedServices(DashboardModule.Name)] DbDataSource database, SiteList sites, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan _freshFor = TimeSpan.FromSeconds(1);

    // Counting takes a twentieth of the time at most, however many cases there are.
    private const int Rest = 20;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly PageTitles _titles = new(database);
    private Counted? _counted;
    private long _goodUntil;

    /// <summary>The counts of the sites in scope, a second old or, with very many cases, some seconds.</summary>
    /// <exception cref="DbException">The database does not answer.</exception>
    public async Task<DeskCounts> ReadAsync(SiteScope scope, CancellationToken cancellationToken)
    {
        if (_counted is { } fresh && time.GetTimestamp() < Volatile.Read(ref _goodUntil))
        {
            return fresh.Of(scope);
        }

        // One counts for all, and whoever has something to show meanwhile shows that.
        if (!await _turn.WaitAsync(_counted is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken))
        {
            return _counted!.Of(scope);
        }

        try
        {
            if (_counted is null || time.GetTimestamp() >= Volatile.Read(ref _goodUntil))
            {
                var begin = time.GetTimestamp();
                _counted = await Counted.ReadAsync(database, sites.All.Select(site => site.Id), _titles, cancellationToken);
                var took = time.GetElapsedTime(begin);
                var good = took * Rest > _freshFor ? took * Rest : _freshFor;
                Volatile.Write(ref _goodUntil, time.GetTimestamp() + (long)(good.TotalSeconds * time.TimestampFrequency));
            }

            return _counted.Of(scope);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
