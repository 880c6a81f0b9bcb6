namespace Moderation.Text.Phrases;

/// <summary>What remains of all that was found.</summary>
internal static class Hits
{
    /// <param name="hits">What was looked for and found.</param>
    /// <param name="innocents">The innocent phrases of the same text.</param>
    /// <param name="view">The text.</param>
    public static IReadOnlyList<PhraseMatch> Settle(List<Hit> hits, List<Hit> innocents, TextView view)
    {
        hits.RemoveAll(hit => innocents.Exists(innocent => innocent.From <= hit.From && innocent.To >= hit.To));
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
}
