using Moderation.Text.Phrases;

namespace Moderation.Text.Tests.Phrases;

/// <summary>The word lists that ship.</summary>
internal static class Listed
{
    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "words");

    /// <summary>All lists, innocent entries included.</summary>
    public static IReadOnlyList<Phrase> All { get; } = [.. Directory.GetFiles(_folder, "*.txt").SelectMany(Read).Select(entry => entry.Phrase)];

    public static PhraseMatcher Matcher { get; } = new(All);

    public static IEnumerable<Phrase> Of(string list) => WithSeverity(list).Select(entry => entry.Phrase).Where(phrase => !phrase.IsInnocent);

    public static IEnumerable<(Phrase Phrase, bool IsMild)> WithSeverity(string list) => Directory.GetFiles(_folder, $"{list}.*.txt").SelectMany(Read);

    private static IEnumerable<(Phrase Phrase, bool IsMild)> Read(string file) =>
        from line in File.ReadLines(file)
        where line.Length > 0 && line[0] != '#'
        let parts = line.Split('|', StringSplitOptions.TrimEntries)
        let severity = parts.Length > 1 ? parts[1] : ""
        select (new Phrase(parts[0], Path.GetFileName(file).Split('.')[1], severity == "allow"), severity == "mild");
}
