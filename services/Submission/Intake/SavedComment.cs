namespace Moderation.Submission.Intake;

/// <summary>The comment that a request stands for; not a new one when its idempotency key was used before.</summary>
internal sealed record SavedComment(Guid Id, bool IsNew, bool IsSameRequest);
