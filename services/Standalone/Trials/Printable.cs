using System.Globalization;
using System.Text;
using Spectre.Console;

namespace Moderation.Standalone.Trials;

/// <summary>Texts of strangers as a terminal may show them: they must not move its cursor or turn its lines around.</summary>
internal static class Printable
{
    // Enough for every emoji family; a tower of accents would reach into the lines above.
    private const int MostRunes = 12;

    /// <summary>On one line; what is invisible shows as a dot.</summary>
    public static string Of(string text) => string.Concat(Characters(text).Select(character => character.Shown));

    /// <summary>Character by character as people count them, each with its place in the text.</summary>
    public static IEnumerable<(int Start, int Length, string Shown)> Characters(string text)
    {
        for (int at = 0, length; at < text.Length; at += length)
        {
            length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
            yield return (at, length, string.Concat(text.Substring(at, length).EnumerateRunes().Take(MostRunes).Select(Shown)));
        }
    }

    /// <summary>The columns that a character may take on a terminal: some give vowel signs beside a letter one of their own.</summary>
    public static int Width(string character) => character.EnumerateRunes().Sum(rune => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        UnicodeCategory.SpacingCombiningMark => 1,
        _ => rune.ToString().GetCellWidth(),
    });

    private static string Shown(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        _ when rune.Value is '\n' or '\t' => " ",
        // The joiners shape Devanagari and emoji.
        _ when rune.Value is 0x200C or 0x200D => rune.ToString(),
        UnicodeCategory.Control when rune.Value is '\r' => "",
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "·",
        _ => rune.ToString(),
    };
}
