using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Dashboard.Authors;

namespace Moderation.Dashboard.Learning;

/// <summary>What the learner should know by now. A report of long ago alone says nothing: perhaps nobody decided anything since.</summary>
internal sealed class TaughtLately([FromKeyedServices(DashboardModule.Name)] DbDataSource database, TimeProvider time)
{
    // One or two more may teach nothing, such as the same text again; and it takes the learner a moment.
    private const int Enough = 5;
    private static readonly TimeSpan _moment = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _day = TimeSpan.FromDays(1);
    private readonly Cached<DateTimeOffset?> _cached = new(time);

    /// <summary>When some decisions back one was handed to the bus; null when there were not as many within a day. At most a minute old.</summary>
    /// <exception cref="DbException">The database does not answer.</exception>
    public Task<DateTimeOffset?> SinceAsync(string site) => _cached.GetAsync(site, () => ReadAsync(site));

    private async Task<DateTimeOffset?> ReadAsync(string site)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync();
        var published = await connection.QueryFirstOrDefaultAsync<long?>(
            $"""
            SELECT published_at FROM decisions
            WHERE decided_at > @since AND published_at < @until AND decided_by NOT IN (@rules, @import, @author) AND decision IN ('approve', 'spam')
                AND EXISTS (SELECT 1 FROM cases WHERE cases.id = decisions.comment_id AND site_id = @site)
            ORDER BY published_at DESC LIMIT 1 OFFSET {Enough - 1}
            """,
            new
            {
                site,
                since = (now - _day).ToUnixTimeMilliseconds(),
                until = (now - _moment).ToUnixTimeMilliseconds(),
                rules = IDecision.Rules,
                import = IDecision.Import,
                author = CaseEraser.Author,
            });
        return published is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;
    }
}
