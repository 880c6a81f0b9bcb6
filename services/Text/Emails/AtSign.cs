using static Moderation.Text.Emails.AddressChars;

namespace Moderation.Text.Emails;

/// <summary>How an at sign is written.</summary>
internal enum AtForm
{
    /// <summary><c>name@site</c></summary>
    Tight,

    /// <summary><c>name @ site</c>, <c>name@ site</c></summary>
    Spaced,

    /// <summary><c>name @site</c>, which may as well mention somebody.</summary>
    Mention,

    /// <summary><c>name [at] site</c>, <c>name at the rate site</c></summary>
    Marked,

    /// <summary><c>name at site</c>, which may as well be plain English.</summary>
    Word,
}

/// <summary>An at sign in a view with the spaces and brackets about it.</summary>
internal readonly record struct AtSign(int Start, int End, AtForm Form)
{
    private const int DeepestFrame = 3;
    private const int MostDots = 5;

    /// <summary>Reads the at sign, signed or spelled, whose own characters begin here.</summary>
    public static bool TryReadAt(ReadOnlySpan<char> text, int at, out AtSign sign)
    {
        sign = default;
        var (start, end, isMarked) = (at, at + 1, false);
        var isSign = text[at] == '@';
        if (text[at] is '(' or '[' or '{')
            (start, end) = (at + 1, at + 2);
        else if (SpelledSigns.AtGlued.LengthAtStartOf(text[at..]) is var glued and > 0)
            (end, isMarked) = (at + glued, true);
        else if (isSign && IsSpelledWithSign(text, at))
            (isSign, end, isMarked) = (false, at + 2, true);
        else if (isSign)
        {
            // name@@site, name @ @ site
            while (SkipSpace(text, end) is var next && next < text.Length && text[next] == '@')
                end = next + 1;
            isMarked = TryReadRate(text, ref end);
        }
        else
        {
            if (!WordEdge.IsAt(text, at))
                return false;
            var word = WordAt(text, at);
            var isAt = SpelledSigns.At.Contains(word);
            if (!isAt && !SpelledSigns.AtThe.Contains(word))
                return false;
            end = at + word.Length;
            isMarked = TryReadRate(text, ref end);
            if (!isAt && !isMarked)
                return false;
        }
        sign = Widen(text, start, end, isSign, isMarked);
        return true;
    }

    // "naam @t site": half sign, half word.
    private static bool IsSpelledWithSign(ReadOnlySpan<char> text, int at) =>
        at > 0 && !IsWordPart(text[at - 1]) && at + 2 < text.Length && text[at + 1] == 't' && !IsLocal(WordEdge.RuneAt(text, at + 2));

    /// <summary>Reads "the rate", "rate", "द रेट" or "the rate of" after an at.</summary>
    private static bool TryReadRate(ReadOnlySpan<char> text, ref int end)
    {
        var word = NextWord(text, end, out var after);
        if (SpelledSigns.The.Contains(word))
            word = NextWord(text, after, out after);
        if (SpelledSigns.Sign.Contains(word))
        {
            end = after;
            return true;
        }
        if (!SpelledSigns.Rate.Contains(word))
            return false;
        end = after;
        if (SpelledSigns.Sign.Contains(NextWord(text, end, out after)))
            end = after;
        if (SpelledSigns.Of.Contains(NextWord(text, end, out after)))
            end = after;
        return true;
    }

    private static ReadOnlySpan<char> NextWord(ReadOnlySpan<char> text, int at, out int end)
    {
        at = SkipSpace(text, at);
        if (at < text.Length && text[at] is '-' or '_')
            at = SkipSpace(text, at + 1);
        var word = WordAt(text, at);
        end = at + word.Length;
        return word;
    }

    private static AtSign Widen(ReadOnlySpan<char> text, int start, int end, bool isSign, bool isMarked)
    {
        var (left, right) = (SkipSpaceBack(text, start), SkipSpace(text, end));
        for (var depth = 0; depth < DeepestFrame && left > 0 && right < text.Length && Frames(text, left, right, isSign); depth++)
        {
            isMarked |= text[left - 1] is not ('-' or '_');
            (left, right) = (SkipSpaceBack(text, left - 1), SkipSpace(text, right + 1));
        }

        // user...at...site.com
        var (before, behind) = isSign ? (0, 0) : (DotsBefore(text, left), DotsAt(text, right));
        if (Math.Min(before, behind) is var dots && (dots > 1 || (dots == 1 && Dot.IsSpelledBetweenDots(text, right + behind))))
            (left, right, isMarked) = (left - before, right + behind, true);

        var form = isMarked ? AtForm.Marked
            : !isSign ? AtForm.Word
            : left == start && right == end ? AtForm.Tight
            : right == end ? AtForm.Mention
            : AtForm.Spaced;
        return new AtSign(left, right, form);
    }

    private static int DotsBefore(ReadOnlySpan<char> text, int at)
    {
        var dots = 0;
        while (dots < at && dots < MostDots && text[at - 1 - dots] == '.')
            dots++;
        return dots;
    }

    private static int DotsAt(ReadOnlySpan<char> text, int at)
    {
        var dots = 0;
        while (at + dots < text.Length && dots < MostDots && text[at + dots] == '.')
            dots++;
        return dots;
    }

    // Quotes and signs beside an @ belong to the name: "john doe"@example.com.
    private static bool Frames(ReadOnlySpan<char> text, int left, int right, bool isSign) =>
        AreFrame(text[left - 1], text[right])
        && (!isSign || AreBrackets(text[left - 1], text[right])
            || (text[left] == '@' && text[right - 1] == '@' && text[left - 1] is '"' or '\'' or '`' && left > 1 && char.IsWhiteSpace(text[left - 2])));
}
