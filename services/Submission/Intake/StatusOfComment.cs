namespace Moderation.Submission.Intake;

/// <summary>Times in Unix milliseconds.</summary>
internal sealed record StatusOfComment(string Status, long SubmittedAt, long? DecidedAt);
