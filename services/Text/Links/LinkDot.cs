using Moderation.Text.Emails;

namespace Moderation.Text.Links;

/// <summary>How sure the dots of a name are, the surest first.</summary>
internal enum DotStyle
{
    /// <summary><c>site.com</c></summary>
    Tight,

    /// <summary><c>site[.]com</c>, <c>site (dot) com</c></summary>
    Framed,

    /// <summary><c>site .com</c></summary>
    Loose,

    /// <summary><c>site dot com</c></summary>
    Word,
}

/// <summary>The dot between two labels of a host as links write it.</summary>
internal readonly record struct LinkDot(int End, DotStyle Style)
{
    private const int WidestGap = 4;

    /// <summary>
    /// Where the next word stands that may be a dot, or less than 0. One search for each script is several times faster than one
    /// for all words.
    /// </summary>
    public static int IndexOfWord(ReadOnlySpan<char> text)
    {
        var latin = text.IndexOf("dot", StringComparison.Ordinal);
        var devanagari = IndexOfDevanagari(latin < 0 ? text : text[..latin]);
        return devanagari < 0 ? latin : devanagari;
    }

    public static bool IsSign(char unit) => unit is '.' or '。';

    /// <summary>Reads a dot from the end of a label on.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out LinkDot dot)
    {
        dot = default;
        if (at >= text.Length)
            return false;
        if (IsSign(text[at]))
        {
            dot = new LinkDot(at + 1, DotStyle.Tight);
            return true;
        }

        var sign = SkipGap(text, at);
        if (sign >= text.Length)
            return false;
        if (text[sign] is '(' or '[' or '{' or '<')
        {
            var inside = ReadSignOrWord(text, SkipGap(text, sign + 1));
            var close = inside < 0 ? text.Length : SkipGap(text, inside);
            if (close >= text.Length || !AddressChars.AreBrackets(text[sign], text[close]))
                return false;
            dot = new LinkDot(SkipGap(text, close + 1), DotStyle.Framed);
            return true;
        }
        if (sign == at)
            return false;

        var end = ReadSignOrWord(text, sign);
        if (end < 0)
            return false;
        var next = SkipGap(text, end);
        var isSign = IsSign(text[sign]);
        dot = new LinkDot(next, isSign ? DotStyle.Loose : DotStyle.Word);
        return isSign || next > end;
    }

    /// <summary>Where the label before a dot ends, given where the dot's own sign or word begins.</summary>
    public static int LabelEndBefore(ReadOnlySpan<char> text, int at, int floor)
    {
        at = SkipGapBack(text, at, floor);
        if (at > floor && text[at - 1] is '(' or '[' or '{' or '<')
            at = SkipGapBack(text, at - 1, floor);
        return at;
    }

    private static int IndexOfDevanagari(ReadOnlySpan<char> text)
    {
        for (var at = 0; text[at..].IndexOf('ड') is var next and >= 0; at++)
        {
            at += next;
            if (at + 2 < text.Length && text[at + 2] == 'ट')
                return at;
        }
        return -1;
    }

    private static int ReadSignOrWord(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length)
            return -1;
        if (IsSign(text[at]))
            return at + 1;
        var word = AddressChars.WordAt(text[..Math.Min(text.Length, at + 8)], at);
        return SpelledSigns.Dot.Contains(word) ? at + word.Length : -1;
    }

    private static int SkipGap(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + WidestGap);
        while (at < limit && text[at] is ' ' or '\t')
            at++;
        return at;
    }

    private static int SkipGapBack(ReadOnlySpan<char> text, int at, int floor)
    {
        var limit = Math.Max(floor, at - WidestGap);
        while (at > limit && text[at - 1] is ' ' or '\t')
            at--;
        return at;
    }
}
