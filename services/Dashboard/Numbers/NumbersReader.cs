using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Dashboard.Authors;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Numbers;

/// <summary>Counts how the desk is doing.</summary>
internal sealed class NumbersReader([FromKeyedServices(DashboardModule.Name)] DbDataSource database, TimeProvider time)
{
    private const int Hours = 48;
    private const int DaysShown = 14;
    private const int MostModerators = 20;
    private const long MillisecondsAnHour = 3_600_000;

    // Of persons and programs, and let stand: neither the rules' nor an archive's nor an author's, and nothing taken back in time.
    private const string ByModerator = "decided_by NOT IN (@rules, @import, @author) AND decision IN ('approve', 'reject', 'spam') AND withdrawn_at IS NULL";
    private readonly Cached<DeskNumbers> _cached = new(time);

    /// <summary>At most a minute old, and the same for all who may see the same sites.</summary>
    /// <exception cref="DbException">The database does not answer.</exception>
    public Task<DeskNumbers> GetAsync(SiteScope scope) =>
        _cached.GetAsync(scope.IsAll ? "*" : string.Join('\n', scope.Sites.Order(StringComparer.Ordinal)), () => CountAsync(scope, CancellationToken.None));

    /// <summary>Counts anew.</summary>
    /// <exception cref="DbException">The database does not answer.</exception>
    public async Task<DeskNumbers> CountAsync(SiteScope scope, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (sites, parameters) = Ids.In(scope.Sites.DefaultIfEmpty(""));
        parameters.AddDynamicParams(new { rules = IDecision.Rules, import = IDecision.Import, author = CaseEraser.Author });
        var ofSites = scope.IsAll ? "" : $"AND site_id IN {sites}";
        var onSites = scope.IsAll ? "" : $"AND EXISTS (SELECT 1 FROM cases WHERE cases.id = decisions.comment_id AND site_id IN {sites})";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (waiting, oldest) = await connection.QuerySingleAsync<(long, long)>(Command(
            $"SELECT count(*), COALESCE(min(submitted_at), 0) FROM cases WHERE state = 'held' {ofSites}"));
        var (approvals, overturned) = await connection.QuerySingleAsync<(long, long)>(Command(
            $"""
            SELECT count(*), count(CASE WHEN EXISTS (
                SELECT 1 FROM decisions AS later
                WHERE later.comment_id = decisions.comment_id AND later.sequence > decisions.sequence
                    AND later.state <> 'approved' AND later.withdrawn_at IS NULL AND later.decided_by <> @author) THEN 1 END)
            FROM decisions WHERE decided_at >= @month AND {ByModerator} AND state = 'approved' {onSites}
            """,
            ("month", now.AddDays(-30))));
        var moderators = await connection.QueryAsync<ModeratorNumbers>(Command(
            $"""
            SELECT decided_by AS name, count(*) AS decided, count(CASE WHEN state = 'approved' THEN 1 END) AS approved
            FROM decisions WHERE decided_at >= @week AND {ByModerator} {onSites}
            GROUP BY decided_by ORDER BY count(*) DESC, decided_by LIMIT {MostModerators}
            """,
            ("week", now.AddDays(-7))));
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var days = new List<Day>();
        for (var day = today.AddDays(1 - DaysShown); day <= today; day = day.AddDays(1))
        {
            days.Add(new Day(day, await MedianAsync(day, day.AddDays(1))));
        }

        return new DeskNumbers
        {
            Waiting = waiting,
            OldestWait = waiting > 0 ? now - DateTimeOffset.FromUnixTimeMilliseconds(oldest) : null,
            Hours = await HoursAsync(),
            Days = days,
            MedianTimeToDecide = await MedianAsync(now.AddDays(-7), today.AddDays(1)),
            Approvals = approvals,
            Overturned = overturned,
            Moderators = [.. moderators],
        };

        CommandDefinition Command(string sql, params (string Name, DateTimeOffset At)[] times)
        {
            foreach (var (name, at) in times)
            {
                parameters.Add(name, at.ToUnixTimeMilliseconds());
            }

            return new CommandDefinition(sql, parameters, cancellationToken: cancellationToken);
        }

        async Task<IReadOnlyList<Hour>> HoursAsync()
        {
            var last = now.ToUnixTimeMilliseconds() / MillisecondsAnHour;
            var counted = (await connection.QueryAsync<HourRow>(Command(
                $"""
                SELECT decided_at / {MillisecondsAnHour} AS hour, state, count(*) AS count FROM decisions
                WHERE decided_at >= @first AND ((decided_by = @rules AND decision = 'hold') OR ({ByModerator})) {onSites}
                GROUP BY decided_at / {MillisecondsAnHour}, state
                """,
                ("first", DateTimeOffset.FromUnixTimeMilliseconds((last + 1 - Hours) * MillisecondsAnHour))))).ToDictionary(row => (row.Hour, row.State), row => row.Count);
            long Count(long hour, string state) => counted.GetValueOrDefault((hour, state));
            return [.. Enumerable.Range(0, Hours).Select(index => last + 1 - Hours + index).Select(hour => new Hour(
                DateTimeOffset.FromUnixTimeMilliseconds(hour * MillisecondsAnHour),
                Count(hour, CaseStates.Held),
                Count(hour, CaseStates.Approved),
                Count(hour, CaseStates.Rejected)))];
        }

        // Neither database has a median that the other has, too.
        async Task<TimeSpan?> MedianAsync(DateTimeOffset from, DateTimeOffset to)
        {
            var first = $"""
                FROM decisions JOIN decisions AS held ON held.comment_id = decisions.comment_id AND held.sequence = 1 AND held.state = 'held'
                WHERE decisions.sequence = 2 AND decisions.decided_at >= @from AND decisions.decided_at < @to
                    AND decisions.decided_by NOT IN (@rules, @import, @author) {onSites}
                """;
            var count = await connection.ExecuteScalarAsync<long>(Command($"SELECT count(*) {first}", ("from", from), ("to", to)));
            return count == 0 ? null : TimeSpan.FromMilliseconds(await connection.ExecuteScalarAsync<long>(Command(
                $"SELECT decisions.decided_at - held.decided_at {first} ORDER BY 1 LIMIT 1 OFFSET {(count - 1) / 2}", ("from", from), ("to", to))));
        }
    }

    // Set by name: without rows SQLite does not say that a count is a number, which a constructor would want to know.
    private sealed record HourRow
    {
        public required long Hour { get; init; }

        public required string State { get; init; }

        public required long Count { get; init; }
    }
}
