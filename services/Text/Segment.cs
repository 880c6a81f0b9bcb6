using System.Globalization;
using System.Text;

namespace Moderation.Text;

/// <summary>How a text falls into segments that normalise by themselves: a base character and what composes with it.</summary>
internal static class Segment
{
    /// <summary>
    /// The most UTF-16 units a segment holds. Unicode's stream-safe format allows 30 marks in a row;
    /// without a limit the reordering of marks takes quadratic time.
    /// </summary>
    public const int Limit = 64;

    /// <summary>Whether the character may compose with, or be reordered after, the one before it.</summary>
    public static bool IsContinuedBy(Rune rune) => rune.Value >= 0x300 && rune.Value switch
    {
        // Hangul vowels and final consonants in all their forms, halfwidth voiced sound marks.
        >= 0x1161 and <= 0x11FF or >= 0x3131 and <= 0x318E or >= 0xD7B0 and <= 0xD7FF or >= 0xFF9E and <= 0xFFDC => true,
        _ => Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark,
    };

    /// <summary>Whether the character is plain and begins a segment; the commonest of ASCII and Devanagari are.</summary>
    public static bool IsPlainLetter(char unit) =>
        unit is >= ' ' and <= '@' or >= '[' and <= '~' or >= 'ऄ' and <= 'ह' or 'ऽ' or >= '।' and <= 'ॿ';

    /// <summary>Whether the character is plain and continues a segment; the commonest signs of Devanagari do.</summary>
    public static bool IsPlainMark(char unit) => unit is >= '\u0900' and <= '\u0903' or >= '\u093E' and <= '\u094F';

    /// <summary>Whether normalising and folding leave the character alone, whichever other plain ones stand around it.</summary>
    public static bool IsPlain(int codePoint) => codePoint switch
    {
        < 0x80 => codePoint is < 'A' or > 'Z',
        // Devanagari but for the nukta, letters written with one, and accents.
        >= 0x900 and <= 0x97F => codePoint is not (0x93C or >= 0x951 and <= 0x954 or >= 0x958 and <= 0x95F),
        0x2013 or 0x2014 or >= 0x2018 and <= 0x201D or 0x20B9 => true,
        >= 0x1F300 and <= 0x1F6FF or >= 0x1F900 and <= 0x1F9FF => true,
        _ => false,
    };
}
