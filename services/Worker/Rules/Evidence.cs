using System.Globalization;
using Moderation.Contracts;
using Moderation.Text;
using Moderation.Worker.Rules.Words;

namespace Moderation.Worker.Rules;

/// <summary>What the conditions of one rule saw in one comment: the makings of its finding.</summary>
internal sealed class Evidence
{
    /// <summary>A finding marks at most this many places: a thousand links need not be a thousand marks.</summary>
    public const int MostSpans = 100;

    private readonly Dictionary<string, Told> _told = new(StringComparer.Ordinal);
    private readonly HashSet<(Field, TextSpan)> _marked = [];
    private readonly List<(Field Field, Span Span)> _spans = [];
    private readonly List<FoundWord> _words = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>While set, numbers are told but nothing is marked: the condition did not hold, though another did in its place.</summary>
    public bool IsQuiet { get; set; }

    /// <summary>The body's in the order they were found, then those of the other fields.</summary>
    public IReadOnlyList<Span> Spans => [.. _spans.OrderBy(mark => mark.Field).Select(mark => mark.Span)];

    /// <summary>The worst first.</summary>
    public IReadOnlyList<FoundWord> Words => [.. _words.OrderByDescending(word => word.Entry.Severity)];

    /// <summary>How likely a model finds it, 0 to 1; null when none was asked.</summary>
    public double? Probability { get; private set; }

    /// <summary>What a placeholder stands for; nothing when no condition told.</summary>
    public Told this[string placeholder] => _told.GetValueOrDefault(placeholder, Told.Nothing);

    public void Tell(string placeholder, double number) =>
        Tell(placeholder, new Told(number.ToString("0.##", CultureInfo.InvariantCulture), null, number));

    public void Tell(string placeholder, string english, string hindi) => Tell(placeholder, new Told(english, hindi, null));

    /// <returns>Whether it is the likeliest so far, and so the one to tell of.</returns>
    public bool IsLikeliest(double probability)
    {
        if (IsQuiet || Probability >= probability)
        {
            return false;
        }

        Probability = probability;
        return true;
    }

    public void Mark(Field field, TextSpan span, string? readAs = null)
    {
        if (!IsQuiet && span.Length > 0 && _spans.Count < MostSpans && _marked.Add((field, span)))
        {
            _spans.Add((field, new Span { Field = field.InSpans(), Start = span.Start, Length = span.Length, ReadAs = readAs }));
        }
    }

    /// <summary>Whether the word was found already.</summary>
    public bool Has(WordEntry entry) => _places.ContainsKey(entry.Text);

    /// <param name="entry">What was found.</param>
    /// <param name="written">How it is written, when otherwise than listed.</param>
    public void Find(WordEntry entry, string? written)
    {
        if (IsQuiet)
        {
            return;
        }

        if (_places.TryGetValue(entry.Text, out var place))
        {
            if (!ReferenceEquals(_words[place].Entry, entry))
            {
                _words[place] = _words[place] with { Entry = _words[place].Entry.And(entry) };
            }

            return;
        }

        _places[entry.Text] = _words.Count;
        _words.Add(new FoundWord(entry, written));
    }

    private void Tell(string placeholder, Told told) => _told[placeholder] = told;
}

/// <summary>A listed word in a comment.</summary>
internal sealed record FoundWord(WordEntry Entry, string? Written);

/// <summary>What a placeholder stands for.</summary>
/// <param name="English">In English, and in every language that has no other.</param>
/// <param name="Hindi">Null when it is the same.</param>
/// <param name="Number">Where it is a number.</param>
internal sealed record Told(string English, string? Hindi, double? Number)
{
    public static readonly Told Nothing = new("", null, null);
}
