using Moderation.Contracts;
using Moderation.Standalone.Archives;

namespace Moderation.Standalone.Training;

/// <summary>What a comment of an archive teaches.</summary>
internal sealed record ArchivedLesson
{
    private static readonly string[] _ofSpam =
        [Labels.Spam, Labels.Promotion, Labels.Links, Labels.Contact, Labels.Repeat, Labels.Flood, Labels.Gibberish];

    // They say who wrote it or how we are, and nothing of the text.
    private static readonly string[] _ofNoText = [Labels.LimitsDegraded, Labels.NewAuthor, Labels.Blocked, Labels.Trusted];

    public string? Body { get; init; }

    public string? Status { get; init; }

    public ArchivedDecision? Decision { get; init; }

    /// <param name="trashIsAbuse">Whether what was thrown away is taken for abuse; else it teaches nothing.</param>
    /// <returns>Null when it teaches nothing.</returns>
    public TaughtText? Teaches(bool trashIsAbuse) => (Status, Decision?.As) switch
    {
        _ when string.IsNullOrWhiteSpace(Body) => null,
        ("approved", _) => TaughtText.Fine(Body),
        ("rejected", "spam") => TaughtText.Spam(Body),
        ("rejected", "trash") => trashIsAbuse ? TaughtText.Abuse(Body) : null,
        ("rejected", "reject") => OfRejected(Body),
        // What rules alone have refused says what the rules know already.
        _ => null,
    };

    private TaughtText? OfRejected(string body) => Decision!.Reason switch
    {
        "abusive" or "illegal" => TaughtText.Abuse(body),
        "spam" => TaughtText.Spam(body),
        null => IsOnlySpam ? TaughtText.Spam(body) : TaughtText.Abuse(body),
        _ => null,
    };

    private bool IsOnlySpam =>
        Decision!.Labels?.Except(_ofNoText, StringComparer.Ordinal).ToList() is { Count: > 0 } labels && labels.TrueForAll(_ofSpam.Contains);
}
