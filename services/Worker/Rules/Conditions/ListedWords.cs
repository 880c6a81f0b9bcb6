using Moderation.Text;
using Moderation.Text.Phrases;
using Moderation.Worker.Rules.Loading;
using Moderation.Worker.Rules.Words;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>Words and phrases of lists, or of the rule's own. It fills <c>{words}</c>.</summary>
/// <param name="sources">Where they come from.</param>
/// <param name="severities">Which are meant; null for all.</param>
/// <param name="labels">Which are meant: those with one of these; null for all.</param>
/// <param name="fields">Where they are looked for.</param>
internal sealed class ListedWords(
    IReadOnlyList<WordSource> sources, IReadOnlyList<Severity>? severities, IReadOnlyList<string>? labels, IReadOnlyList<Field> fields) : ICondition
{
    private static readonly Field[] _bodyAndName = [Field.Body, Field.Name];

    public IReadOnlyList<string> Placeholders { get; } = [Rule.WordsFound];

    /// <summary><c>abuse</c>, or <c>["a word", "another"]</c>, or a map with <c>list, entries, language, severity, label, in</c>.</summary>
    public static ICondition Read(Setting setting, RuleContext context)
    {
        if (!setting.IsMap)
        {
            return new ListedWords(setting.IsList ? [context.WordsOf(setting.Items(), "en")] : context.List(setting), null, null, _bodyAndName);
        }

        var map = setting.Map();
        var sources = new List<WordSource>();
        if (map.TryGet("list", out var lists))
        {
            sources.AddRange(lists.Items().SelectMany(context.List));
        }

        var language = map.TryGet("language", out var written) ? written.OneOf(WordList.Languages.ToDictionary(name => name)) : "en";
        if (map.TryGet("entries", out var entries))
        {
            sources.Add(context.WordsOf(entries.Items(), language));
        }

        var severities = map.TryGet("severity", out var severity) ? severity.Items().Select(item => item.OneOf(Severities.ByName)).ToList() : null;
        var labels = map.TryGet("label", out var label) ? RuleReader.LabelsOf(label) : null;
        var fields = map.TryGet("in", out var where) ? where.Items().Select(item => item.OneOf(Fields.ByName)).ToArray() : _bodyAndName;
        map.RefuseWhatNobodyRead();
        return sources.Count > 0
            ? new ListedWords(sources, severities, labels, fields)
            : throw setting.Wrong($"'{setting.Name}' needs 'list' or 'entries'");
    }

    public bool? Holds(Draft draft)
    {
        foreach (var field in fields)
        {
            for (var number = 0; number < sources.Count; number++)
            {
                var hits = draft.Text.Hits(sources[number].Lexicon, field);
                if (hits.Count > 0 && Readings.Of(hits, sources[number]).Exists(IsMeant))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public void Explain(Draft draft, Evidence evidence)
    {
        foreach (var field in fields)
        {
            foreach (var source in sources)
            {
                foreach (var (hit, entry) in Readings.Of(draft.Text.Hits(source.Lexicon, field), source).Where(IsMeant))
                {
                    evidence.Mark(field, hit.Span, hit.IsDisguised ? entry.Words : null);
                    evidence.Find(entry, hit.IsDisguised && !evidence.Has(entry) ? Written(draft.Text.Original(field), hit.Span) : null);
                }
            }
        }
    }

    private static string Written(string text, TextSpan span) => Quotes.Piece(text.Substring(span.Start, span.Length));

    private bool IsMeant((PhraseMatch Hit, WordEntry Entry) reading) =>
        (severities is null || severities.Contains(reading.Entry.Severity)) && (labels is null || reading.Entry.Labels.Any(labels.Contains));
}
