using Moderation.Worker;
using Spectre.Console;

namespace Moderation.Standalone.Trials;

/// <summary>How outcomes and scores look on a terminal.</summary>
internal static class Words
{
    public static Color Color(this Outcome outcome) => outcome switch
    {
        Outcome.Approve => Spectre.Console.Color.Green,
        Outcome.Hold => Spectre.Console.Color.Yellow,
        _ => Spectre.Console.Color.Red,
    };

    /// <summary>As the API spells it.</summary>
    public static string Word(this Outcome outcome) => outcome.ToString().ToLowerInvariant();

    /// <summary>Such as <c>5</c>, <c>-2.5</c>.</summary>
    public static string InWords(this double score) => score.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
