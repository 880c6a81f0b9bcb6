using System.Buffers;
using System.Globalization;

namespace Moderation.Text.Contacts;

/// <summary>The digits of all scripts. In a view those of mathematics and of full width are plain already.</summary>
internal static class Digits
{
    private const char Keycap = '\u20E3';

    private static readonly SearchValues<char> _all = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(unit => (char)unit).Where(char.IsDigit)]);

    /// <summary>Whether a text that is no view has digits of other scripts, or characters outside the plain ones that a view may read as digits.</summary>
    public static bool MayBeDisguisedIn(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (unit is >= (char)0x7F and not (>= '\u0900' and <= '।' or >= '\u2010' and <= '\u2027'))
                return true;
        }
        return false;
    }

    /// <summary>Where the next digit stands, or less than 0.</summary>
    public static int IndexIn(ReadOnlySpan<char> text) => text.IndexOfAny(_all);

    /// <summary>The value of a digit, or less than 0.</summary>
    public static int ValueOf(char unit) =>
        char.IsAsciiDigit(unit) ? unit - '0' : unit < 0x660 ? -1 : CharUnicodeInfo.GetDecimalDigitValue(unit);

    public static bool IsKeycap(char unit) => unit == Keycap;
}
