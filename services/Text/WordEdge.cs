using System.Globalization;
using System.Text;

namespace Moderation.Text;

/// <summary>
/// Where words end. .NET's <c>\b</c> will not do: it takes an Indic vowel sign for an edge. Here a word is made of
/// letters, marks and numbers (\p{L}, \p{M}, \p{N}).
/// </summary>
internal static class WordEdge
{
    /// <summary>Whether no word runs over the place before <paramref name="position"/>.</summary>
    public static bool IsAt(ReadOnlySpan<char> text, int position)
    {
        if (position == 0 || position == text.Length)
            return true;
        if (IsMark(RuneAt(text, position)))
            return false;
        return !IsWordPart(RuneBefore(text, position)) || !IsWordPart(RuneAt(text, position));
    }

    /// <summary>Whether a word can contain the character.</summary>
    public static bool IsWordPart(Rune rune) => rune.IsAscii ? Rune.IsLetterOrDigit(rune) : Rune.IsLetter(rune) || IsMarkOrNumber(rune);

    /// <summary>The character that begins at <paramref name="position"/>.</summary>
    public static Rune RuneAt(ReadOnlySpan<char> text, int position)
    {
        Rune.DecodeFromUtf16(text[position..], out var rune, out _);
        return rune;
    }

    /// <summary>The character that ends before <paramref name="position"/>.</summary>
    public static Rune RuneBefore(ReadOnlySpan<char> text, int position)
    {
        Rune.DecodeLastFromUtf16(text[..position], out var rune, out _);
        return rune;
    }

    private static bool IsMark(Rune rune) => rune.Value >= 0x300 && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsMarkOrNumber(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
