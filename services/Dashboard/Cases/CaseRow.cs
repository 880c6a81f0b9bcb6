using System.Data.Common;
using Dapper;
using Moderation.Contracts;

namespace Moderation.Dashboard.Cases;

/// <summary>A case as it is stored.</summary>
internal sealed record CaseRow
{
    public const string Columns =
        "cases.id AS id, cases.state AS state, cases.sequence AS sequence, cases.decided_by AS decidedBy, cases.decided_at AS decidedAt, "
        + "cases.comment AS comment, cases.verdict AS verdict";

    public required string Id { get; init; }

    public required string State { get; init; }

    public required long Sequence { get; init; }

    public required string DecidedBy { get; init; }

    public required long DecidedAt { get; init; }

    public required string Comment { get; init; }

    public required string Verdict { get; init; }

    /// <summary>What the rows are ordered by.</summary>
    public double? OrderKey { get; init; }

    public static async Task<IReadOnlyList<Case>> WithHistoryAsync(DbConnection connection, List<CaseRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var (list, parameters) = Ids.In(rows.Select(row => row.Id));
        var history = await connection.QueryAsync<DecisionRow>(new CommandDefinition(
            $"SELECT {DecisionRow.Columns} FROM decisions WHERE comment_id IN {list} ORDER BY sequence", parameters, cancellationToken: cancellationToken));
        var ofCase = history.ToLookup(row => row.CommentId);
        return [.. rows.Select(row => row.ToCase([.. ofCase[row.Id].Select(entry => entry.ToDecision())]))];
    }

    private Case ToCase(IReadOnlyList<PastDecision> history) => new()
    {
        Comment = StoredJson.Read<CommentSubmitted>(Comment),
        Verdict = StoredJson.Read<Verdict>(Verdict),
        State = State,
        Sequence = Sequence,
        DecidedBy = DecidedBy,
        DecidedAt = DateTimeOffset.FromUnixTimeMilliseconds(DecidedAt),
        History = history,
    };

    private sealed record DecisionRow
    {
        public const string Columns =
            "comment_id AS commentId, sequence, decision, state, decided_by AS decidedBy, decided_at AS decidedAt, note, reason, "
            + "undoes, release_at AS releaseAt, withdrawn_at AS withdrawnAt, published_at AS publishedAt, act_id AS actId";

        public required string CommentId { get; init; }

        public required long Sequence { get; init; }

        public required string Decision { get; init; }

        public required string State { get; init; }

        public required string DecidedBy { get; init; }

        public required long DecidedAt { get; init; }

        public string? Note { get; init; }

        public string? Reason { get; init; }

        public long? Undoes { get; init; }

        public long? ReleaseAt { get; init; }

        public long? WithdrawnAt { get; init; }

        public long? PublishedAt { get; init; }

        public string? ActId { get; init; }

        public PastDecision ToDecision() => new()
        {
            Sequence = Sequence,
            Decision = Decision,
            State = State,
            DecidedBy = DecidedBy,
            DecidedAt = DateTimeOffset.FromUnixTimeMilliseconds(DecidedAt),
            Note = Note,
            Reason = Reason,
            Undoes = Undoes,
            IsWithdrawn = WithdrawnAt is not null,
            ReleaseAt = PublishedAt is null && ReleaseAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
            ActId = ActId is null ? null : Guid.Parse(ActId),
        };
    }
}
