namespace Moderation.Dashboard.Live;

/// <summary>A case was filed or decided.</summary>
/// <param name="CommentId">The case's comment.</param>
/// <param name="Site">The case's site.</param>
/// <param name="State">As it stands now.</param>
/// <param name="Sequence">Of the decision that stands now.</param>
/// <param name="DecidedBy">A moderator, or the rules.</param>
/// <param name="Decision">Their word: <c>approve</c>, <c>reject</c>, <c>spam</c>, <c>hold</c>, or <c>undo</c> by the moderator in <paramref name="ActingModerator"/>.</param>
/// <param name="ActingModerator">Who made the change; differs from <paramref name="DecidedBy"/> when a decision was undone.</param>
/// <param name="IsNew">Filed since the desk last looked, and held: it waits now.</param>
internal sealed record CaseChange(
    Guid CommentId, string Site, string State, long Sequence, string DecidedBy, string Decision, string ActingModerator, bool IsNew);
