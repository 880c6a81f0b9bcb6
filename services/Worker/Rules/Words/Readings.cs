using Moderation.Text.Phrases;

namespace Moderation.Worker.Rules.Words;

/// <summary>
/// One word in a text is often found as several entries: as it stands, and as others that sound alike. Here each is read once:
/// what stands there plainly is meant, else the worst of what it sounds like; and what lies inside a longer phrase no milder adds nothing.
/// </summary>
internal static class Readings
{
    /// <param name="hits">In the order of the text, of those that begin together the longest and plainest first.</param>
    /// <param name="source">The entries that count.</param>
    public static List<(PhraseMatch Hit, WordEntry Entry)> Of(IReadOnlyList<PhraseMatch> hits, WordSource source)
    {
        var readings = new List<(PhraseMatch Hit, WordEntry Entry)>();
        foreach (var hit in hits)
        {
            if (!source.Entries.TryGetValue(hit.Phrase, out var entry))
            {
                continue;
            }

            var covering = readings.Count == 0 ? default : readings[^1];
            if (covering.Entry is null || hit.Span.End > covering.Hit.Span.End)
            {
                readings.Add((hit, entry));
            }
            else if (hit.Span == covering.Hit.Span)
            {
                if (covering.Hit.IsDisguised && (!hit.IsDisguised || entry.Severity > covering.Entry.Severity))
                {
                    readings[^1] = (hit, entry);
                }
                else if (!covering.Hit.IsDisguised && !hit.IsDisguised)
                {
                    readings.Add((hit, entry));
                }
            }
            else if (entry.Severity > covering.Entry.Severity)
            {
                readings.Add((hit, entry));
            }
        }

        return readings;
    }
}
