namespace Moderation.Worker.Rules.Words;

/// <summary>How bad a word is, from merely rude to not fit for publication.</summary>
internal enum Severity
{
    Mild,
    Strong,
    Severe,
}

internal static class Severities
{
    /// <summary>As rule files and word lists name them.</summary>
    public static readonly IReadOnlyDictionary<string, Severity> ByName = new Dictionary<string, Severity>(StringComparer.Ordinal)
    {
        ["mild"] = Severity.Mild,
        ["strong"] = Severity.Strong,
        ["severe"] = Severity.Severe,
    };

    public static string InEnglish(this Severity severity) => severity switch
    {
        Severity.Mild => "mild",
        Severity.Strong => "strong",
        _ => "severe",
    };

    public static string InHindi(this Severity severity) => severity switch
    {
        Severity.Mild => "हल्का",
        Severity.Strong => "कड़ा",
        _ => "गंभीर",
    };
}
