using Moderation.Contracts;
using Moderation.Text;

namespace Moderation.Worker.Rules;

/// <summary>
/// Words and phrases of the lists, in the text or the author's name. One finding marks them all; the worst of them
/// sets the score, so that a long comment is not judged worse than a short one.
/// </summary>
internal sealed class BannedWords(IReadOnlyList<WordEntry> entries, IReadOnlyDictionary<Severity, double> scores) : IRule
{
    private const int MostQuoted = 5;

    private readonly WordMatcher _matcher = new([.. entries.Select(entry => entry.Text)]);

    public static BannedWords From(Settings settings, IReadOnlyList<WordEntry> entries) => new(entries, new Dictionary<Severity, double>
    {
        [Severity.Mild] = settings.Number("mild"),
        [Severity.Strong] = settings.Number("strong"),
        [Severity.Severe] = settings.Number("severe"),
    });

    public Finding? Evaluate(Draft draft)
    {
        var inBody = _matcher.Find(draft.Text.Body);
        var inName = _matcher.Find(draft.Text.Name);
        if (inBody.Count + inName.Count == 0)
        {
            return null;
        }

        var found = inBody.Concat(inName).Select(match => entries[match.Entry]).Distinct().OrderByDescending(entry => entry.Severity).ToList();
        return new Finding
        {
            Rule = nameof(BannedWords),
            Score = scores[found[0].Severity],
            Reason = ReasonOf(found),
            Labels = [.. found.SelectMany(entry => entry.Labels).Distinct()],
            Spans = [.. MarksOf(Spans.Body, inBody), .. MarksOf(Spans.Name, inName)],
        };
    }

    // Lists overlap: a word in two of them is one mark.
    private static IReadOnlyList<Span> MarksOf(string field, IReadOnlyList<WordMatch> matches) =>
        Spans.In(field, matches.Select(match => match.Span).Distinct());

    private static string ReasonOf(List<WordEntry> found)
    {
        var quoted = found.Take(MostQuoted).Select(entry => $"“{entry.Text}” ({entry.Severity.ToString().ToLowerInvariant()})");
        var more = found.Count > MostQuoted ? $" and {found.Count - MostQuoted} more" : "";
        return $"Banned words: {string.Join(", ", quoted)}{more}.";
    }
}
