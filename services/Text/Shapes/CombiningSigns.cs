using System.Globalization;
using System.Text;

namespace Moderation.Text.Shapes;

/// <summary>The combining marks of one character.</summary>
/// <param name="Excess">How many there are beyond what a language needs.</param>
/// <param name="LongestRun">The longest run of one mark, as in a stretched vowel sign.</param>
internal readonly record struct CombiningSigns(int Excess, int LongestRun)
{
    // Nukta, vowel sign, nasal sign.
    private const int MostIndic = 3;
    // Polytonic Greek, Vietnamese, pointed Hebrew.
    private const int MostOther = 4;

    public static CombiningSigns Of(ReadOnlySpan<char> cluster, Rune first)
    {
        var isIndicBase = IsIndic(first);
        var (indic, other, run, longest) = (0, 0, 0, 0);
        var last = default(Rune);
        var isFirst = !IsSign(first);
        foreach (var rune in cluster.EnumerateRunes())
        {
            if (isFirst || !IsSign(rune))
            {
                isFirst = false;
                continue;
            }
            run = rune == last ? run + 1 : 1;
            longest = Math.Max(longest, run);
            // A sign typed again and again is stretched, not stacked.
            if (!IsIndic(rune))
                other++;
            else if (run == 1)
                indic++;
            last = rune;
        }
        var excess = Math.Max(0, indic - MostIndic) + (isIndicBase ? other : Math.Max(0, other - MostOther));
        return new CombiningSigns(excess, longest);
    }

    private static bool IsIndic(Rune rune) => rune.Value is >= 0x900 and <= 0xDFF;

    private static bool IsSign(Rune rune) => rune.Value >= 0x300 && rune.Value is not 0x20E3 && !Invisible.Is(rune.Value)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
