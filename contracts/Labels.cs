namespace Moderation.Contracts;

/// <summary>The one vocabulary of labels.</summary>
public static class Labels
{
    public const string Profanity = "profanity";
    public const string Abuse = "abuse";
    public const string Hate = "hate";
    public const string Threat = "threat";
    public const string Sexual = "sexual";
    public const string Harassment = "harassment";
    public const string Spam = "spam";
    public const string Promotion = "promotion";
    public const string Links = "links";
    public const string Contact = "contact";
    public const string Repeat = "repeat";
    public const string Flood = "flood";
    public const string Gibberish = "gibberish";
    public const string LimitsDegraded = "limits-degraded";
    public const string NewAuthor = "new-author";
    public const string Blocked = "blocked";
    public const string Trusted = "trusted";

    /// <summary>Every label there is.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Profanity, Abuse, Hate, Threat, Sexual, Harassment,
        Spam, Promotion, Links, Contact, Repeat, Flood, Gibberish,
        LimitsDegraded, NewAuthor, Blocked, Trusted,
    ];
}
