namespace Moderation.Text.Phrases;

/// <summary>Puts phrases together whose parts stand apart: "… earn … home …".</summary>
internal sealed class Parts
{
    /// <summary>How many words may stand between two parts.</summary>
    public const int MostBetween = 4;

    /// <summary>More parts than a comment of the greatest length has.</summary>
    private const int MostParts = 50_000;

    private readonly List<Part> _found = [];

    public void Clear() => _found.Clear();

    /// <param name="hit">A part of a phrase.</param>
    /// <param name="head">Its first letter.</param>
    /// <param name="tail">The letter after its last.</param>
    public void Add(Hit hit, int head, int tail)
    {
        if (_found.Count < MostParts)
            _found.Add(new Part(hit, head, tail));
    }

    /// <summary>Adds every phrase whose parts are all there, in order and near each other.</summary>
    public void Join(Letters letters, List<Hit> hits)
    {
        if (_found.Count < 2)
            return;
        _found.Sort((a, b) => a.Hit.Pattern.Phrase != b.Hit.Pattern.Phrase ? a.Hit.Pattern.Phrase.CompareTo(b.Hit.Pattern.Phrase)
            : a.Head != b.Head ? a.Head.CompareTo(b.Head) : a.Tail.CompareTo(b.Tail));
        // The nearest beginning of each part so far; the nearest is the one that a later part is close enough to, if any is.
        var begun = new Part?[_found.Max(part => part.Hit.Pattern.Parts)];
        var phrase = -1;
        foreach (var part in _found)
        {
            var pattern = part.Hit.Pattern;
            if (pattern.Phrase != phrase)
                Array.Clear(begun);
            phrase = pattern.Phrase;
            if (pattern.Part == 0)
                begun[0] = part;
            else if (begun[pattern.Part - 1] is { } before && before.Tail <= part.Head && WordsBetween(letters, before.Tail, part.Head) <= MostBetween)
            {
                var joined = before.Hit with { To = part.Hit.To, WordTo = part.Hit.WordTo, IsPlain = before.Hit.IsPlain && part.Hit.IsPlain };
                begun[pattern.Part] = new Part(joined, before.Head, part.Tail);
                if (pattern.Part == pattern.Parts - 1)
                    hits.Add(joined);
            }
        }
    }

    private static int WordsBetween(Letters letters, int tail, int head)
    {
        var words = -1;
        for (var at = tail; at <= head && words <= MostBetween; at++)
            words += letters.Begins[at] ? 1 : 0;
        return words;
    }

    private readonly record struct Part(Hit Hit, int Head, int Tail);
}
