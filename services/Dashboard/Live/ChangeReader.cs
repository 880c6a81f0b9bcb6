using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Moderation.Dashboard.Live;

/// <summary>Reads what was filed or decided lately, on whatever instance. What the rules approved or rejected by themselves is no news.</summary>
internal sealed class ChangeReader([FromKeyedServices(DashboardModule.Name)] DbDataSource database)
{
    private const int BatchSize = 1_000;

    /// <summary>All changes since then, oldest first.</summary>
    public async Task<IReadOnlyList<Row>> ReadAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var all = new List<Row>();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        List<Row> some;
        do
        {
            some = [.. await connection.QueryAsync<Row>(new CommandDefinition(
                """
                SELECT cases.id AS id, site_id AS site, cases.state AS state, cases.sequence AS sequence, cases.decided_by AS decidedBy,
                    changed_at AS changedAt, filed_at AS filedAt, decisions.decision AS decision, decisions.decided_by AS actedBy
                FROM cases LEFT JOIN decisions ON decisions.comment_id = cases.id AND decisions.sequence = cases.sequence
                WHERE (cases.state = 'held' OR cases.sequence > 1) AND changed_at >= @since
                    AND (changed_at > @at OR (changed_at = @at AND cases.id > @id))
                ORDER BY changed_at, cases.id LIMIT @limit
                """,
                new
                {
                    since = since.ToUnixTimeMilliseconds(),
                    at = all.Count == 0 ? 0 : all[^1].ChangedAt,
                    id = all.Count == 0 ? "" : all[^1].Id,
                    limit = BatchSize,
                },
                cancellationToken: cancellationToken))];
            all.AddRange(some);
        }
        while (some.Count == BatchSize);
        return all;
    }

    internal sealed record Row
    {
        public required string Id { get; init; }

        public required string Site { get; init; }

        public required string State { get; init; }

        public required long Sequence { get; init; }

        public required string DecidedBy { get; init; }

        public required long ChangedAt { get; init; }

        public required long FiledAt { get; init; }

        public string? Decision { get; init; }

        public string? ActedBy { get; init; }

        public CaseChange ToChange() => new(
            Guid.Parse(Id), Site, State, Sequence, DecidedBy, Decision ?? "", ActedBy ?? DecidedBy, IsNew: FiledAt == ChangedAt);
    }
}
