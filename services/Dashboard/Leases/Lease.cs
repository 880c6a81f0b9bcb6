namespace Moderation.Dashboard.Leases;

/// <summary>Who has a case open.</summary>
/// <param name="CommentId">The case's comment.</param>
/// <param name="Site">The case's site.</param>
/// <param name="Moderator">As in <c>decided_by</c>.</param>
/// <param name="Desk">Tells apart two desks of one moderator.</param>
/// <param name="ExpiresAt">It ends by itself then, unless it is renewed.</param>
internal sealed record Lease(Guid CommentId, string Site, string Moderator, Guid Desk, DateTimeOffset ExpiresAt);
