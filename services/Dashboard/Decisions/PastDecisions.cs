using System.Data.Common;
using Dapper;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Decisions;

/// <summary>What was decided on a case so far, for whoever wants to take the last of it back.</summary>
internal sealed record PastDecisions(string Id, long Sequence, IReadOnlyList<PastDecisions.Entry> Entries)
{
    /// <summary>The histories of those cases that the scope does not hide.</summary>
    public static async Task<IReadOnlyList<PastDecisions>> ReadAsync(
        DbTransaction transaction, IEnumerable<string> ids, SiteScope scope, CancellationToken cancellationToken)
    {
        var (list, parameters) = Ids.In(ids);
        var own = scope.IsAll ? "" : $"AND site_id IN {Ids.In(scope.Sites, "scope", parameters)}";
        await using var results = await transaction.Connection!.QueryMultipleAsync(new CommandDefinition(
            $"""
            SELECT id, sequence FROM cases WHERE id IN {list} AND erased_at IS NULL {own};

            SELECT comment_id AS commentId, sequence, decision, state, decided_by AS decidedBy, decided_at AS decidedAt, undoes,
                withdrawn_at AS withdrawnAt, published_at AS publishedAt, next_attempt_at AS nextAttemptAt, release_at AS releaseAt
            FROM decisions WHERE comment_id IN {list} ORDER BY sequence;
            """,
            parameters,
            transaction,
            cancellationToken: cancellationToken));
        var cases = (await results.ReadAsync<(string Id, long Sequence)>()).ToList();
        var entries = (await results.ReadAsync<Entry>()).ToLookup(entry => entry.CommentId);
        return [.. cases.Select(found => new PastDecisions(found.Id, found.Sequence, [.. entries[found.Id]]))];
    }

    /// <summary>The decision that stands; null when it came from elsewhere and is not on file yet.</summary>
    public Entry? Last => Entries.FirstOrDefault(entry => entry.Sequence == Sequence);

    /// <summary>What stood before the last decision.</summary>
    public Entry? Before => BeforeThat(Sequence);

    /// <summary>Who really decided what an entry says: what was taken back in time never was.</summary>
    public Entry Origin(Entry entry) => entry.IsSilentUndo && BeforeThat(entry.Undoes!.Value) is { } earlier ? Origin(earlier) : entry;

    private Entry? BeforeThat(long sequence) => Entries.LastOrDefault(entry => entry.Sequence < sequence);

    internal sealed record Entry
    {
        public required string CommentId { get; init; }

        public required long Sequence { get; init; }

        public required string Decision { get; init; }

        public required string State { get; init; }

        public required string DecidedBy { get; init; }

        public required long DecidedAt { get; init; }

        public required long? Undoes { get; init; }

        public required long? WithdrawnAt { get; init; }

        public required long? PublishedAt { get; init; }

        public required long NextAttemptAt { get; init; }

        public required long? ReleaseAt { get; init; }

        /// <summary>No relay has claimed it yet.</summary>
        public bool IsWaiting => PublishedAt is null && NextAttemptAt == ReleaseAt;

        public bool IsSilentUndo => Undoes is not null && WithdrawnAt is not null;

        /// <summary>Whether the other services think that this stands, or are about to.</summary>
        public bool IsKnownOutside => WithdrawnAt is null || IsSilentUndo;

        /// <summary>The decision that brings this state about once more.</summary>
        public string Again => (State, Decision) switch
        {
            (CaseStates.Approved, _) => ModeratorDecision.Approve,
            (CaseStates.Held, _) => ModeratorDecision.Hold,
            (_, ModeratorDecision.Spam) => ModeratorDecision.Spam,
            _ => ModeratorDecision.Reject,
        };
    }
}
