using static Moderation.Text.Emails.AddressChars;

namespace Moderation.Text.Emails;

/// <summary>How the dot between two labels is written.</summary>
internal enum DotForm
{
    /// <summary><c>site.com</c></summary>
    Tight,

    /// <summary><c>site . com</c>, <c>site .com</c></summary>
    Loose,

    /// <summary><c>site. com</c>, which may as well end a sentence.</summary>
    AfterSentence,

    /// <summary><c>site dot com</c>, <c>site[.]com</c></summary>
    Spelled,

    /// <summary><c>site point com</c></summary>
    Point,

    /// <summary><c>site,com</c></summary>
    Comma,

    /// <summary><c>gmail com</c></summary>
    LeftOut,
}

/// <summary>The dot between two labels of a domain.</summary>
internal readonly record struct Dot(int End, DotForm Form)
{
    private const int LongestComment = 64;
    private const string BetweenDots = ".dot.";
    private const int MostDots = 5;
    private const int DeepestFrame = 3;
    private const int MostComments = 4;

    /// <summary>Reads a dot, with the spaces and brackets about it, from the end of a label on.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out Dot dot)
    {
        if (TryReadSpelled(text, at, out dot))
            return true;

        var sign = SkipSpace(text, SkipComment(text, at));
        if (sign < text.Length && IsDot(text[sign]))
        {
            var after = sign + 1;
            while (after < text.Length && text[after] == '.' && after - sign < MostDots)
                after++;
            var end = SkipSpace(text, after);
            var form = after > sign + 1 ? DotForm.AfterSentence : sign > at && char.IsWhiteSpace(text[sign - 1]) ? DotForm.Loose : end > after ? DotForm.AfterSentence : DotForm.Tight;
            dot = new Dot(end, form);
            return true;
        }

        if (SkipSpace(text, at) is var word && word > at && SpelledSigns.Point.LengthAtStartOf(text[word..]) > 0 && WordAt(text[..Math.Min(text.Length, word + LongestComment)], word) is var point
            && SpelledSigns.Point.Contains(point))
        {
            dot = new Dot(SkipSpace(text, word + point.Length), DotForm.Point);
            return true;
        }

        var comma = SkipSpace(text, at);
        var isComma = comma < text.Length && text[comma] == ',';
        dot = new Dot(SkipSpace(text, isComma ? comma + 1 : at), isComma ? DotForm.Comma : DotForm.LeftOut);
        return dot.End > at;
    }

    /// <summary>Reads <c> dot </c>, <c>[dot]</c>, <c>(.)</c>, <c>_dot_</c>, and the first half of <c> dotcom</c>.</summary>
    public static bool TryReadSpelled(ReadOnlySpan<char> text, int at, out Dot dot)
    {
        dot = default;
        var left = SkipSpace(text, at);
        if (left == text.Length)
            return false;
        if (text[at..].StartsWith(BetweenDots))
        {
            dot = new Dot(at + BetweenDots.Length, DotForm.Spelled);
            return true;
        }
        if (ReadWord(text, left, out var end) && left > at)
        {
            dot = new Dot(SkipSpace(text, end), DotForm.Spelled);
            return true;
        }

        var depth = 1;
        while (depth < DeepestFrame && left + depth < text.Length && text[left + depth] == text[left])
            depth++;
        var sign = SkipSpace(text, left + depth);
        if (sign < text.Length && text[sign] == '.')
            end = sign + 1;
        else if (!ReadWord(text, sign, out end))
            return false;
        var right = SkipSpace(text, end);
        for (; depth > 0; depth--, right++)
        {
            if (right >= text.Length || !AreFrame(text[left], text[right]))
                return false;
        }
        dot = new Dot(SkipSpace(text, right), DotForm.Spelled);
        return true;
    }

    /// <summary>Whether a word is followed by <c>.dot.</c>.</summary>
    public static bool IsSpelledBetweenDots(ReadOnlySpan<char> text, int at) =>
        text[(at + WordAt(text[..Math.Min(text.Length, at + LongestComment)], at).Length)..].StartsWith(BetweenDots);

    /// <summary>Skips comments of RFC 5322, <c>(work)</c>, if one begins here.</summary>
    public static int SkipComment(ReadOnlySpan<char> text, int at)
    {
        for (var comments = 0; comments < MostComments && at < text.Length && text[at] == '('; comments++)
        {
            var end = text.Slice(at, Math.Min(LongestComment, text.Length - at)).IndexOf(')');
            if (end < 0)
                break;
            at += end + 1;
        }
        return at;
    }

    private static bool ReadWord(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        if (text[Math.Min(at, text.Length)..] is ['d', ' ' or '-' or '.', 'o', ' ' or '-' or '.', 't', var after, ..] && !IsWordPart(after))
        {
            end = at + 5;
            return true;
        }
        if (at >= text.Length || SpelledSigns.Dot.LengthAtStartOf(text[at..]) == 0)
            return false;
        var word = WordAt(text[..Math.Min(text.Length, at + LongestComment)], at);
        if (SpelledSigns.Dot.Contains(word))
            end = at + word.Length;
        else if (SpelledSigns.Dot.LengthAtStartOf(word) is var dot and > 0 && KnownDomains.TopLevelOf(word[dot..], out _) != TopLevel.None)
            end = at + dot;
        return end > at;
    }
}
