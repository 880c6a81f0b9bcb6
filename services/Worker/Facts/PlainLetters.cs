using System.Globalization;

namespace Moderation.Worker.Facts;

/// <summary>
/// The letters of a text and nothing else: no spaces, digits, marks, emoji, nuktas or stretched letters, and no word that
/// is an address. Whoever sends one text in many guises changes just these.
/// </summary>
internal static class PlainLetters
{
    private const char FirstIndic = '\u0900';
    private const char LastIndic = '\u0DFF';

    /// <param name="text">A cleaned text.</param>
    /// <param name="letters">Gets the letters; at least as long as the text.</param>
    /// <returns>How many letters there are.</returns>
    public static int Write(ReadOnlySpan<char> text, Span<char> letters)
    {
        var (count, word) = (0, 0);
        var (afterLetter, joined, isAddress) = (false, false, false);
        foreach (var unit in text)
        {
            if (char.IsWhiteSpace(unit))
            {
                (count, afterLetter, joined) = (isAddress ? word : count, false, false);
                (word, isAddress) = (count, false);
            }
            else if (unit is '.' or '/' or ':' or '@')
            {
                joined = afterLetter;
            }
            else
            {
                var isLetter = IsLetter(unit);
                afterLetter = isLetter || char.IsDigit(unit);
                // example.com, t.me/name, reader@example.com
                isAddress |= joined && afterLetter;
                joined = false;
                if (isLetter && (count == 0 || letters[count - 1] != unit))
                {
                    letters[count++] = unit;
                }
            }
        }

        return isAddress ? word : count;
    }

    private static bool IsLetter(char unit)
    {
        if (char.IsAscii(unit))
        {
            return char.IsAsciiLetter(unit);
        }

        return CharUnicodeInfo.GetUnicodeCategory(unit) switch
        {
            UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.UppercaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.SpacingCombiningMark => true,
            // Vowel signs and viramas are letters to a reader; a nukta is left out by many.
            UnicodeCategory.NonSpacingMark => unit is >= FirstIndic and <= LastIndic && !IsNukta(unit),
            _ => false,
        };
    }

    private static bool IsNukta(char unit) => unit is '\u093C' or '\u09BC' or '\u0A3C' or '\u0ABC' or '\u0B3C' or '\u0C3C' or '\u0CBC';
}
