using System.Text.RegularExpressions;

namespace Moderation.Benchmarks.LearnedQuality;

/// <summary>Our own comments name hosts and handles that nobody has. A model would learn that such names are spam, and every link to example.org with them.</summary>
internal static partial class InventedNames
{
    public static string Mask(string comment) => Handle().Replace(Host().Replace(comment, " "), "@");

    [GeneratedRegex(@"(?:https?://|www\.)?[\w.-]+\.example[\w/.-]*", RegexOptions.IgnoreCase)]
    private static partial Regex Host();

    [GeneratedRegex(@"@\w+")]
    private static partial Regex Handle();
}
