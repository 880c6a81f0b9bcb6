using System.Globalization;
using System.Text;

namespace Moderation.Submission.Intake;

/// <summary>Text that a person typed, measured as a person would.</summary>
internal static class PersonText
{
    /// <summary>Stream-Safe Text Format, Unicode Standard Annex 15, section 13: no language stacks more marks on a letter.</summary>
    private const int MaximumMarks = 30;

    /// <summary>No script needs more UTF-16 units for a character than this on average; a chain of joined emoji can be endless.</summary>
    private const int MaximumUnits = 16;

    /// <summary>Whether anything in it can be seen.</summary>
    public static bool IsVisible(string? text)
    {
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A sentence that says what is wrong with a text, or null.</summary>
    /// <param name="text">Any UTF-16.</param>
    /// <param name="maximum">The greatest length in grapheme clusters (Unicode Standard Annex 29).</param>
    public static string? Fault(string text, int maximum)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return "It contains a NUL character, which no text has.";
        }

        if (HasLoneSurrogate(text))
        {
            return "It contains half a character (a lone surrogate).";
        }

        if (HasStackedMarks(text))
        {
            return $"A letter in it carries more than {MaximumMarks} marks.";
        }

        return text.Length > maximum * MaximumUnits || Length(text) > maximum ? $"It is longer than {maximum} characters." : null;
    }

    private static int Length(string text) => text.Length == 0 ? 0 : new StringInfo(text).LengthInTextElements;

    private static bool HasLoneSurrogate(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(text[at]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasStackedMarks(string text)
    {
        var marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var isMark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;
            marks = isMark ? marks + 1 : 0;
            if (marks > MaximumMarks)
            {
                return true;
            }
        }

        return false;
    }
}
