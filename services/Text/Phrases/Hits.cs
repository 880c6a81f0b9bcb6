namespace Moderation.Text.Phrases;

/// <summary>What remains of all that was found.</summary>
internal static class Hits
{
    /// <param name="hits">What was looked for and found.</param>
    /// <param name="innocents">The innocent phrases of the same text.</param>
    /// <param name="view">The text.</param>
    public static IReadOnlyList<PhraseMatch> Settle(List<Hit> hits, List<Hit> innocents, TextView view)
    {
        hits.RemoveAll(hit => Identifier.Holds(hit, view.Text));
        if (innocents.Count > 0)
            RemoveContained(hits, innocents);
        hits.Sort((a, b) => a.From != b.From ? a.From.CompareTo(b.From) : a.To != b.To ? b.To.CompareTo(a.To) : b.IsPlain.CompareTo(a.IsPlain));

        var ends = new Dictionary<int, int>();
        var matches = new List<PhraseMatch>(hits.Count);
        foreach (var hit in hits)
        {
            // Of two ways to read the same words as the same phrase, the first and longest.
            if (ends.TryGetValue(hit.Pattern.Phrase, out var end) && hit.To <= end)
                continue;
            ends[hit.Pattern.Phrase] = hit.To;
            var from = hit.Pattern.IsOpenStart ? hit.WordFrom : hit.From;
            var to = hit.Pattern.IsOpenEnd ? hit.WordTo : hit.To;
            matches.Add(new PhraseMatch(hit.Pattern.Phrase, view.Original(from, to - from), !hit.IsPlain));
        }
        return matches;
    }

    // An innocent phrase contains a hit if, of all that begin no later, the one that reaches farthest does.
    private static void RemoveContained(List<Hit> hits, List<Hit> innocents)
    {
        innocents.Sort((a, b) => a.From.CompareTo(b.From));
        var froms = new int[innocents.Count];
        var farthest = new int[innocents.Count];
        for (var at = 0; at < innocents.Count; at++)
        {
            froms[at] = innocents[at].From;
            farthest[at] = at == 0 ? innocents[at].To : Math.Max(farthest[at - 1], innocents[at].To);
        }
        hits.RemoveAll(hit => LastUpTo(froms, hit.From) is >= 0 and var last && farthest[last] >= hit.To);
    }

    private static int LastUpTo(int[] froms, int from)
    {
        var (low, high) = (0, froms.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (froms[middle] <= from)
                low = middle + 1;
            else
                high = middle;
        }
        return low - 1;
    }
}
