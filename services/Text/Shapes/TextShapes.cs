using System.Globalization;
using System.Text;

namespace Moderation.Text.Shapes;

/// <summary>Measures texts.</summary>
public static class TextShapes
{
    /// <summary>How the text looks from afar.</summary>
    public static TextShape Measure(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        int letters = 0, upper = 0, cased = 0, marks = 0, run = 0, emoji = 0, stacked = 0, stack = 0, stretch = 0, longest = 0;
        var last = default(Rune);
        foreach (var rune in original.EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
            {
                letters++;
                var isUpper = Rune.IsUpper(rune);
                cased += isUpper || Rune.IsLower(rune) ? 1 : 0;
                upper += isUpper ? 1 : 0;
                stretch = rune == last ? stretch + 1 : 1;
                longest = Math.Max(longest, stretch);
            }
            run = rune.Value is '!' or '?' or '…' ? run + 1 : 0;
            marks = Math.Max(marks, run);
            emoji += rune.Value is >= 0x1F300 and <= 0x1FAFF ? 1 : 0;
            stack = rune.Value is >= 0x300 and <= 0x36F ? stack + 1 : 0;
            stacked = Math.Max(stacked, stack);
            last = rune;
        }
        return new TextShape(
            letters, cased == 0 ? 0 : (double)upper / cased, marks, emoji,
            StringInfo.ParseCombiningCharacters(original).Length, stacked, longest);
    }
}
