namespace Moderation.Dashboard.Rules;

/// <summary>How an outcome looks.</summary>
internal static class OutcomeBadge
{
    public static string ToneOf(string outcome) => outcome switch
    {
        "approve" => "good",
        "reject" => "bad",
        _ => "busy",
    };
}
