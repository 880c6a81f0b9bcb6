using System.Globalization;

namespace Moderation.Text.Contacts;

/// <summary>The digits of all scripts. In a view those of mathematics and of full width are plain already.</summary>
internal static class Digits
{
    private const char Keycap = '\u20E3';

    private static readonly sbyte[] _values =
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(unit => (sbyte)CharUnicodeInfo.GetDecimalDigitValue((char)unit))];

    /// <summary>Whether the text has so many digits.</summary>
    public static bool HasAtLeast(int count, ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (ValueOf(unit) >= 0 && --count == 0)
                return true;
        }
        return false;
    }

    /// <summary>Whether there is nothing but digits.</summary>
    public static bool AreAll(ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            if (ValueOf(unit) < 0)
                return false;
        }
        return true;
    }

    /// <summary>Where the next digit stands from a place on; the length of the text if none does.</summary>
    public static int NextIn(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && ValueOf(text[at]) < 0)
            at++;
        return at;
    }

    /// <summary>The value of a digit, or less than 0.</summary>
    public static int ValueOf(char unit) => _values[unit];

    public static bool IsKeycap(char unit) => unit == Keycap;
}
