namespace Moderation.Contracts;

/// <summary>
/// What the three decisions have in common. The newest one stands: a higher <see cref="Sequence"/>,
/// or, of two with the same sequence, the one that was decided first (the second is a repeated delivery).
/// Never published by itself.
/// </summary>
public interface IDecision
{
    /// <summary>The comment as it was submitted.</summary>
    CommentSubmitted Comment { get; }

    Verdict Verdict { get; }

    /// <summary>1 for the rules' own decision; one more for each decision of a moderator.</summary>
    long Sequence { get; }

    /// <summary><see cref="Rules"/>, <see cref="Import"/> or the moderator's user name.</summary>
    string DecidedBy { get; }

    DateTimeOffset DecidedAt { get; }

    /// <summary>The <see cref="DecidedBy"/> of a decision that no person made.</summary>
    const string Rules = "rules";

    /// <summary>The <see cref="DecidedBy"/> of a decision that came with an archive; its time is that of the comment.</summary>
    const string Import = "import";
}
