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

    /// <summary>Whether a nukta after the letter stays one; three letters compose with it.</summary>
    public static bool TakesNukta(char letter) => letter is >= 'क' and <= 'ह' and not ('न' or 'र' or 'ळ');

    /// <summary>
    /// Whether the character is left as it is though it stands for many. They are words of Arabic and Japanese, two units of
    /// engineers, and notes of music: nothing hides in them, and 64 Ki of one would be a text of a million characters.
    /// </summary>
    public static bool IsKeptWhole(int codePoint) => codePoint switch
    {
        < 0x3307 => false,
        <= 0x33AF => codePoint is 0x3307 or >= 0x3315 and <= 0x3317 or 0x3319 or 0x331A or 0x3320 or 0x332B or 0x332E or 0x3332 or 0x3334
            or 0x3336 or 0x3347 or 0x334A or 0x3356 or 0x33AE or 0x33AF,
        _ => codePoint is 0xFDFA or 0xFDFB or >= 0x1D160 and <= 0x1D164 or >= 0x1D1BD and <= 0x1D1C0,
    };
}
