using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.DeadMessages;

/// <summary>A dead message as admins see it; without its body.</summary>
internal sealed record DeadMessageRow(
    string Id, string Queue, string MessageType, string Reason, string Message, string? CommentId, long FirstDiedAt, long DiedAt, long Deaths)
{
    public DateTimeOffset Died => DateTimeOffset.FromUnixTimeMilliseconds(DiedAt);

    public DateTimeOffset FirstDied => DateTimeOffset.FromUnixTimeMilliseconds(FirstDiedAt);
}

/// <summary>Dead messages of one queue that died of the same.</summary>
// Not by its constructor: SQLite cannot tell the type of a number that it counts before it is read.
internal sealed record DeadMessageGroup
{
    public required string Queue { get; init; }

    public required string Reason { get; init; }

    public required long Count { get; init; }

    public required long OldestAt { get; init; }

    public required long NewestAt { get; init; }

    public DateTimeOffset Oldest => DateTimeOffset.FromUnixTimeMilliseconds(OldestAt);

    public DateTimeOffset Newest => DateTimeOffset.FromUnixTimeMilliseconds(NewestAt);
}

/// <summary>Which of those that wait; all when nothing is said.</summary>
internal sealed record DeadMessageQuery(string? Queue = null, string? Reason = null)
{
    public static DeadMessageQuery Of(string? queue, string? reason) => new(OrNull(queue), OrNull(reason));

    public string Sql => string.Join(
        " AND ", new[] { "state = 'waiting'", Queue is null ? null : "queue = @queue", Reason is null ? null : "reason = @reason" }.OfType<string>());

    private static string? OrNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : SearchText.Storable(text);
}
