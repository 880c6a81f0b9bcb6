namespace Moderation.Text.Phrases;

/// <summary>
/// Whether words end where a phrase's words end. People write words together and take them apart; how much of that is believed
/// depends on how much else agrees.
/// </summary>
internal static class Place
{
    private const int LongInSounds = 4;
    // Devanagari writes fewer letters for as many sounds.
    private static readonly (int Letters, int Piece) _longInLatin = (7, 3);
    private static readonly (int Letters, int Piece) _longInDevanagari = (6, 2);

    public static bool IsRight(Pattern pattern, Letters read, string view, int from, int to)
    {
        var letters = read.All;
        var begins = read.Begins;
        var (apart, joined) = (0, 0);
        var shortest = int.MaxValue;
        var areSyllables = true;
        var piece = from;
        var consonants = 0;
        for (var at = from; at < to; at++)
        {
            if (at > from && begins[at])
            {
                areSyllables &= consonants < 2;
                consonants = 0;
                shortest = Math.Min(shortest, at - piece);
                piece = at;
                if (read.Joins(at))
                    joined++;
                else if (IsSentenceEnd(view.AsSpan(read.To(at - 1), read.From(at) - read.To(at - 1))))
                    return false;
                else
                    apart++;
            }
            consonants += Sound.Of(letters[at]) != Sound.None ? 1 : 0;
        }
        areSyllables &= consonants < 2;
        shortest = Math.Min(shortest, to - piece);

        var sounds = pattern.Sounds.Length;
        var longEnough = pattern.IsDevanagari ? _longInDevanagari : _longInLatin;
        return (apart - pattern.Breaks.Count) switch
        {
            0 => !pattern.IsGlued || joined > 0 || sounds >= LongInSounds,
            < 0 => joined > 0 || sounds >= LongInSounds,
            var more => (areSyllables && pattern.IsDevanagari && (pattern.Breaks.Count == 0 || sounds > 2))
                || (more == 1 && sounds >= LongInSounds && pattern.Letters.Length >= longEnough.Letters && shortest >= longEnough.Piece),
        };
    }

    private static bool IsSentenceEnd(ReadOnlySpan<char> between)
    {
        // Not "!", which also stands for an i.
        var sign = between.IndexOfAny("।.?");
        return sign >= 0 && (between[sign] == '।' || between[sign..].ContainsAny(' ', '\n'));
    }
}
