using Moderation.Contracts;

namespace Moderation.Dashboard.Rules;

/// <summary>A line that somebody typed or pasted into the word list.</summary>
/// <param name="Line">As it was typed.</param>
/// <param name="Change">What it asks for.</param>
internal sealed record PastedWord(string Line, WordChange Change);

internal static class PastedWords
{
    /// <summary>Reads lines as a word list's file has them: an entry, or <c>entry | severity | labels</c>. Blank lines and notes say nothing.</summary>
    /// <param name="text">What was pasted.</param>
    /// <param name="site">Null for all sites.</param>
    /// <param name="list">The list shown.</param>
    /// <param name="language">The language shown.</param>
    /// <param name="severity">For lines that give none.</param>
    public static IReadOnlyList<PastedWord> Read(string text, string? site, string list, string language, string severity) =>
    [
        .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => new PastedWord(line, ChangeOf(line, site, list, language, severity)))
            .DistinctBy(word => OverlayEdits.KeyOf(word.Change)),
    ];

    private static WordChange ChangeOf(string line, string? site, string list, string language, string severity)
    {
        var parts = line.Split('|', 3, StringSplitOptions.TrimEntries);
        return new WordChange
        {
            Site = site,
            List = list,
            Language = LanguageOf(parts[0], language),
            Entry = parts[0],
            Severity = parts.ElementAtOrDefault(1) is { Length: > 0 } own ? own : severity,
            Labels = parts.ElementAtOrDefault(2)?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [],
        };
    }

    // Hindi is pasted in both scripts at once; each has a list of its own.
    private static string LanguageOf(string entry, string language) =>
        entry.Any(letter => letter is >= '\u0900' and <= '\u097F') ? "hi"
        : language == "hi" ? "hi-Latn"
        : language;
}
