using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Rules;

/// <summary>Counts how often each rule spoke, and how often a moderator rejected what it held.</summary>
internal sealed class RuleNumbers([FromKeyedServices(DashboardModule.Name)] DbDataSource database, TimeProvider time)
{
    // The newest decisions tell enough of how right a rule is, however many there are.
    private const int MostDecided = 10_000;
    private readonly Cached<IReadOnlyDictionary<string, RuleNumber>> _cached = new(time);

    /// <summary>By the rule's id. At most a minute old.</summary>
    public Task<IReadOnlyDictionary<string, RuleNumber>> GetAsync(SiteScope scope) =>
        _cached.GetAsync(scope.IsAll ? "*" : string.Join('\n', scope.Sites.Order(StringComparer.Ordinal)), () => CountAsync(scope, CancellationToken.None));

    /// <summary>Counts anew.</summary>
    public async Task<IReadOnlyDictionary<string, RuleNumber>> CountAsync(SiteScope scope, CancellationToken cancellationToken)
    {
        if (!scope.IsAll && scope.Sites.Count == 0)
        {
            return new Dictionary<string, RuleNumber>();
        }

        var (sites, parameters) = Ids.In(scope.Sites);
        var now = time.GetUtcNow();
        parameters.AddDynamicParams(new
        {
            day = now.AddDays(-1).ToUnixTimeMilliseconds(),
            week = now.AddDays(-7).ToUnixTimeMilliseconds(),
            month = now.AddDays(-30).ToUnixTimeMilliseconds(),
            most = MostDecided,
            rules = IDecision.Rules,
            import = IDecision.Import,
        });
        var ofSites = scope.IsAll ? "" : $"AND site_id IN {sites}";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var spoken = await connection.QueryAsync<Spoken>(new CommandDefinition(
            $"""
            SELECT kind, name, count(*) AS week, count(CASE WHEN submitted_at >= @day THEN 1 END) AS day
            FROM case_marks
            WHERE submitted_at >= @week AND kind IN ('rule', 'shadow') {ofSites}
            GROUP BY kind, name
            """,
            parameters,
            cancellationToken: cancellationToken));
        var decided = await connection.QueryAsync<Decided>(new CommandDefinition(
            $"""
            SELECT mark.kind, mark.name, count(*) AS count, count(CASE WHEN settled.state = 'rejected' THEN 1 END) AS rejected
            FROM (
                SELECT id, state FROM cases
                WHERE state IN ('approved', 'rejected') AND decided_at >= @month AND decided_by NOT IN (@rules, @import) {ofSites}
                ORDER BY decided_at DESC
                LIMIT @most
            ) AS settled
            JOIN decisions AS first ON first.comment_id = settled.id AND first.sequence = 1 AND first.decision = 'hold'
            JOIN case_marks AS mark ON mark.comment_id = settled.id AND mark.kind IN ('rule', 'shadow')
            GROUP BY mark.kind, mark.name
            """,
            parameters,
            cancellationToken: cancellationToken));
        return Together([.. spoken], [.. decided]);
    }

    private static Dictionary<string, RuleNumber> Together(List<Spoken> spoken, List<Decided> decided) =>
        spoken.Select(row => row.Name).Union(decided.Select(row => row.Name), StringComparer.Ordinal).ToDictionary(
            name => name,
            name =>
            {
                Spoken? Said(string kind) => spoken.Find(row => row.Name == name && row.Kind == kind);
                Decided? Settled(string kind) => decided.Find(row => row.Name == name && row.Kind == kind);
                return new RuleNumber
                {
                    Day = Said(CaseMarks.Rule)?.Day ?? 0,
                    Week = Said(CaseMarks.Rule)?.Week ?? 0,
                    Decided = Settled(CaseMarks.Rule)?.Count ?? 0,
                    Rejected = Settled(CaseMarks.Rule)?.Rejected ?? 0,
                    TrialDay = Said(CaseMarks.Shadow)?.Day ?? 0,
                    TrialWeek = Said(CaseMarks.Shadow)?.Week ?? 0,
                    TrialDecided = Settled(CaseMarks.Shadow)?.Count ?? 0,
                    TrialRejected = Settled(CaseMarks.Shadow)?.Rejected ?? 0,
                };
            },
            StringComparer.Ordinal);

    // No constructors: without a row, SQLite does not know that a count is a number.
    private sealed class Spoken
    {
        public string Kind { get; init; } = "";

        public string Name { get; init; } = "";

        public long Week { get; init; }

        public long Day { get; init; }
    }

    private sealed class Decided
    {
        public string Kind { get; init; } = "";

        public string Name { get; init; } = "";

        public long Count { get; init; }

        public long Rejected { get; init; }
    }
}
