using Moderation.Dashboard.Leases;

namespace Moderation.Dashboard.Live;

/// <summary>A moderator opened a case, or left it.</summary>
/// <param name="CommentId">The case's comment.</param>
/// <param name="Site">The case's site.</param>
/// <param name="Lease">The lease in force; null when nobody is on the case any more.</param>
internal sealed record LeaseChange(Guid CommentId, string Site, Lease? Lease);
