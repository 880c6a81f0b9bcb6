namespace Moderation.Submission.Intake;

/// <summary>What a website is told of a comment; stored as these words.</summary>
internal static class CommentStatus
{
    public const string Pending = "pending";
    public const string Held = "held";
    public const string Approved = "approved";
    public const string Rejected = "rejected";

    /// <summary>Rejected after it had been approved.</summary>
    public const string Withdrawn = "withdrawn";
}
