using System.Globalization;
using System.Text;

namespace Moderation.Text.Emails;

/// <summary>Which characters addresses are made of, and small steps over a view.</summary>
internal static class AddressChars
{
    private const string LocalPunctuation = "!#$%&'*+-/=?^_`{|}~.\\";
    private const string Dots = "。·•‧∙⋅・●◦॰";
    private const string Openers = "([{<«‹【〔《〈“‘";
    private const string Closers = ")]}>»›】〕》〉”’";
    private const string SameOnBothSides = "*/|~-_=#:^`'\"+\\";

    private static readonly bool[] _isWordPart =
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(unit => !char.IsSurrogate((char)unit) && WordEdge.IsWordPart(new Rune((char)unit)))];

    private static readonly bool[] _isAsciiLocal =
        [.. Enumerable.Range(0, 0x80).Select(unit => char.IsAsciiLetterOrDigit((char)unit) || LocalPunctuation.Contains((char)unit, StringComparison.Ordinal))];

    /// <summary>Whether the part before the @ may hold the character unquoted: RFC 5322, RFC 6531, emoji.</summary>
    public static bool IsLocal(Rune rune) => rune.IsAscii ? _isAsciiLocal[rune.Value] : IsLabel(rune);

    /// <summary>Whether a domain label may hold the character.</summary>
    public static bool IsLabel(Rune rune)
    {
        if (rune.IsAscii)
            return Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_';
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
            UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.OtherPunctuation => false,
            UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.Control or UnicodeCategory.CurrencySymbol => false,
            UnicodeCategory.DashPunctuation => rune.Value < 0x2013,
            UnicodeCategory.MathSymbol or UnicodeCategory.OtherSymbol => !rune.IsBmp || !IsDot((char)rune.Value),
            _ => true,
        };
    }

    /// <summary>Whether the character is a full stop or looks like one.</summary>
    public static bool IsDot(char unit) => unit == '.' || (unit > '\u007F' && Dots.Contains(unit, StringComparison.Ordinal));

    /// <summary>Whether two characters frame what is between them: <c>[at]</c>, <c>*at*</c>.</summary>
    public static bool AreFrame(char left, char right) =>
        AreBrackets(left, right) || (left == right && SameOnBothSides.Contains(left, StringComparison.Ordinal));

    /// <summary>Whether two characters are an opening and a closing bracket of any two kinds.</summary>
    public static bool AreBrackets(char left, char right) =>
        Openers.Contains(left, StringComparison.Ordinal) && Closers.Contains(right, StringComparison.Ordinal);

    public static int SkipSpace(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    public static int SkipSpaceBack(ReadOnlySpan<char> text, int at, int floor = 0)
    {
        while (at > floor && char.IsWhiteSpace(text[at - 1]))
            at--;
        return at;
    }

    /// <summary>Whether a word can contain the character that begins with the unit, as far as the unit alone tells.</summary>
    public static bool IsWordPart(char unit) => _isWordPart[unit];

    /// <summary>The letters, marks and numbers from <paramref name="at"/> on.</summary>
    public static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length)
        {
            if (_isWordPart[text[end]])
                end++;
            else if (char.IsSurrogate(text[end]) && WordEdge.RuneAt(text, end) is var rune && WordEdge.IsWordPart(rune))
                end += rune.Utf16SequenceLength;
            else
                break;
        }
        return text[at..end];
    }

    /// <summary>The letters, marks and numbers up to <paramref name="end"/>.</summary>
    public static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int end, int floor)
    {
        var at = end;
        while (at > floor)
        {
            if (_isWordPart[text[at - 1]])
                at--;
            else if (char.IsSurrogate(text[at - 1]) && WordEdge.RuneBefore(text, at) is var rune && WordEdge.IsWordPart(rune))
                at -= rune.Utf16SequenceLength;
            else
                break;
        }
        return text[at..end];
    }
}
