namespace Moderation.Text.Phrases;

/// <summary>Puts phrases together whose parts stand apart: "… earn … home …".</summary>
internal sealed class Parts
{
    /// <summary>How many words may stand between two parts.</summary>
    private const int MostBetween = 4;

    private readonly List<(Hit Hit, int Head, int Tail)> _found = [];

    public void Clear() => _found.Clear();

    /// <param name="hit">A part of a phrase.</param>
    /// <param name="head">Its first letter.</param>
    /// <param name="tail">The letter after its last.</param>
    public void Add(Hit hit, int head, int tail) => _found.Add((hit, head, tail));

    /// <summary>Adds every phrase whose parts are all there, in order and near each other.</summary>
    public void Join(Letters letters, List<Hit> hits)
    {
        if (_found.Count < 2)
            return;
        foreach (var parts in _found.GroupBy(found => found.Hit.Pattern.Phrase))
        {
            var open = new List<(Hit First, int Part, int Tail, bool IsPlain)>();
            foreach (var (hit, head, tail) in parts.OrderBy(found => found.Head).ThenBy(found => found.Tail))
            {
                open.RemoveAll(begun => begun.Tail <= head && WordsBetween(letters, begun.Tail, head) > MostBetween);
                var pattern = hit.Pattern;
                var before = open.FindIndex(begun => begun.Part == pattern.Part - 1 && begun.Tail <= head);
                if (pattern.Part == 0)
                    open.Add((hit, 0, tail, hit.IsPlain));
                else if (before >= 0)
                {
                    var begun = open[before];
                    if (pattern.Part == pattern.Parts - 1)
                        hits.Add(begun.First with { To = hit.To, WordTo = hit.WordTo, IsPlain = begun.IsPlain && hit.IsPlain });
                    else
                        open.Add((begun.First, pattern.Part, tail, begun.IsPlain && hit.IsPlain));
                }
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
}
