using System.Data.Common;
using Dapper;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.SignIn;
using Moderation.Hosting.Stores;

namespace Moderation.Dashboard.Counts;

/// <summary>The counts of each site, as they were at one moment.</summary>
internal sealed class Counted
{
    private const int MostPages = 30;

    private const string Held = """
        SELECT site_id AS site, COALESCE(language, 'und') AS value, count(*) AS count, MIN(submitted_at) AS oldest
        FROM cases WHERE state = 'held' GROUP BY site_id, language;

        SELECT site, value, count FROM (
            SELECT site_id AS site, page_id AS value, count(*) AS count, row_number() OVER (PARTITION BY site_id ORDER BY count(*) DESC, page_id) AS place
            FROM cases WHERE state = 'held' GROUP BY site_id, page_id) AS page
        WHERE place <= @pages ORDER BY count DESC, value;

        SELECT site_id AS site, kind, name AS value, count(*) AS count
        FROM case_marks WHERE state = 'held' GROUP BY site_id, kind, name;
        """;

    private List<LanguageRow> _languages = [];
    private List<PageCount> _pages = [];
    private List<MarkRow> _marks = [];
    private List<StateRow> _decided = [];

    /// <summary>Counts anew.</summary>
    public static async Task<Counted> ReadAsync(
        DbDataSource database, IEnumerable<string> sites, PageTitles titles, CancellationToken cancellationToken)
    {
        var counted = new Counted();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginSnapshotAsync(cancellationToken);
        await using (var results = await connection.QueryMultipleAsync(
            new CommandDefinition(Held, new { pages = MostPages }, snapshot, cancellationToken: cancellationToken)))
        {
            counted._languages = [.. await results.ReadAsync<LanguageRow>()];
            var pages = (await results.ReadAsync<PageRow>()).ToList();
            counted._marks = [.. await results.ReadAsync<MarkRow>()];
            counted._pages = [.. pages.Select(page => new PageCount(page.Site, page.Value, page.Value, page.Count))];
        }

        var all = sites.Union(counted._languages.Select(row => row.Site), StringComparer.Ordinal).ToList();
        counted._decided = await DecidedAsync(snapshot, all, cancellationToken);
        await snapshot.CommitAsync(cancellationToken);
        for (var index = 0; index < counted._pages.Count; index++)
        {
            var page = counted._pages[index];
            counted._pages[index] = page with { Title = await titles.OfAsync(page.Site, page.Id, cancellationToken) };
        }

        return counted;
    }

    /// <summary>Those of the sites in scope, added up.</summary>
    public DeskCounts Of(SiteScope scope)
    {
        var languages = _languages.Where(row => scope.Covers(row.Site)).ToList();
        var marks = _marks.Where(row => scope.Covers(row.Site)).ToList();
        return new DeskCounts
        {
            States = new Dictionary<string, BoundedCount>(StringComparer.Ordinal)
            {
                [CaseStates.Held] = new(languages.Sum(row => row.Count), false),
                [CaseStates.Approved] = Decided(CaseStates.Approved, scope),
                [CaseStates.Rejected] = Decided(CaseStates.Rejected, scope),
            },
            Sites = Sum(languages.Select(row => (row.Site, row.Count))),
            Languages = Sum(languages.Select(row => (row.Value, row.Count))),
            Rules = Sum(marks.Where(row => row.Kind == CaseMarks.Rule).Select(row => (row.Value, row.Count))),
            Labels = Sum(marks.Where(row => row.Kind == CaseMarks.Label).Select(row => (row.Value, row.Count))),
            Pages = [.. _pages.Where(page => scope.Covers(page.Site)).Take(MostPages)],
            OldestWaiting = languages.Count == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(languages.Min(row => row.Oldest)),
        };
    }

    private static async Task<List<StateRow>> DecidedAsync(DbTransaction snapshot, List<string> sites, CancellationToken cancellationToken)
    {
        if (sites.Count == 0)
        {
            return [];
        }

        var parameters = new DynamicParameters(new { bound = DeskCounts.Bound + 1 });
        var counts = sites.SelectMany((site, index) =>
        {
            parameters.Add($"site{index}", site);
            return new[] { CaseStates.Approved, CaseStates.Rejected }.Select(state => $"""
                SELECT @site{index} AS site, '{state}' AS state, count(*) AS count
                FROM (SELECT 1 FROM cases WHERE site_id = @site{index} AND state = '{state}' LIMIT @bound) AS counted
                """);
        });
        return [.. await snapshot.Connection!.QueryAsync<StateRow>(new CommandDefinition(
            string.Join("\nUNION ALL ", counts), parameters, snapshot, cancellationToken: cancellationToken))];
    }

    private BoundedCount Decided(string state, SiteScope scope)
    {
        var count = _decided.Where(row => row.State == state && scope.Covers(row.Site)).Sum(row => row.Count);
        return new BoundedCount(Math.Min(count, DeskCounts.Bound), count > DeskCounts.Bound);
    }

    private static List<ValueCount> Sum(IEnumerable<(string Value, long Count)> counts) =>
    [
        .. counts.GroupBy(row => row.Value, StringComparer.Ordinal)
            .Select(alike => new ValueCount(alike.Key, alike.Sum(row => row.Count)))
            .OrderByDescending(sum => sum.Count).ThenBy(sum => sum.Value, StringComparer.Ordinal),
    ];

    // Not by constructor: of a count without any row SQLite does not know the type.
    private sealed record LanguageRow
    {
        public required string Site { get; init; }

        public required string Value { get; init; }

        public required long Count { get; init; }

        public required long Oldest { get; init; }
    }

    private sealed record PageRow
    {
        public required string Site { get; init; }

        public required string Value { get; init; }

        public required long Count { get; init; }
    }

    private sealed record MarkRow
    {
        public required string Site { get; init; }

        public required string Kind { get; init; }

        public required string Value { get; init; }

        public required long Count { get; init; }
    }

    private sealed record StateRow(string Site, string State, long Count);
}
