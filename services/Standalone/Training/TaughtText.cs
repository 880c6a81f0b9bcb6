namespace Moderation.Standalone.Training;

/// <summary>A text and what it teaches.</summary>
/// <param name="Text">As its author wrote it.</param>
/// <param name="IsAbuse">Null when nothing is known.</param>
/// <param name="IsSpam">Null when nothing is known.</param>
internal sealed record TaughtText(string Text, bool? IsAbuse, bool? IsSpam)
{
    public static TaughtText Fine(string text) => new(text, false, false);

    public static TaughtText Abuse(string text) => new(text, true, null);

    public static TaughtText Spam(string text) => new(text, null, true);
}
