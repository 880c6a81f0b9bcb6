namespace Moderation.Dashboard.Decisions;

/// <summary>Why a moderator decided, in words that are stored data: never renamed. Pages say them in the moderator's language.</summary>
internal static class DecisionReasons
{
    public const string OffTopic = "off-topic";
    public const string Abusive = "abusive";
    public const string Spam = "spam";
    public const string PersonalData = "personal-data";
    public const string Illegal = "illegal";
    public const string Duplicate = "duplicate";
    public const string Other = "other";

    public static IReadOnlyList<string> All { get; } = [OffTopic, Abusive, Spam, PersonalData, Illegal, Duplicate, Other];

    public static bool Knows(string reason) => All.Contains(reason, StringComparer.Ordinal);
}
