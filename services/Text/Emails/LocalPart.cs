using System.Text;
using Moderation.Text.Contacts;
using static Moderation.Text.Emails.AddressChars;

namespace Moderation.Text.Emails;

/// <summary>What stands before an at sign. Everything is read backwards and never past the floor, the end of the address before.</summary>
internal static class LocalPart
{
    private const int LongestQuote = 130;
    private const int MostComments = 16;
    private const string NeverFirst = "'`*~|=#^.-";

    /// <summary>Where the name before the sign begins; where the sign begins if there is none.</summary>
    public static int StartOf(ReadOnlySpan<char> text, AtSign sign, int floor)
    {
        var end = sign.Start;
        var at = SkipCommentBack(text, end, floor);
        if (at < end && sign.Form != AtForm.Tight)
            at = SkipSpaceBack(text, at, floor);
        at = QuoteStart(text, at, floor) ?? RunStart(text, at, floor);
        if (at < end)
            at = SpacedLetters.StartOf(text, at, end, floor);
        if (sign.Form is AtForm.Marked or AtForm.Word && at < end && Digits.AreAll(text[at..end]))
            at = NumberedStart(text, at, floor);
        while (JoinedStart(text, at, floor, sign.Form) is { } more)
            at = more;
        return HasLetter(text[at..end]) ? at : end;
    }

    /// <summary>Where the name begins that a number belongs to: "naam 99 at the rate …".</summary>
    private static int NumberedStart(ReadOnlySpan<char> text, int at, int floor)
    {
        var end = SkipSpaceBack(text, at, floor);
        var name = WordBefore(text, end, floor);
        return end == at || !Name.MayBe(name) ? at : end - name.Length;
    }

    private static int RunStart(ReadOnlySpan<char> text, int end, int floor)
    {
        var at = end;
        while (at > floor && WordEdge.RuneBefore(text, at) is var rune && IsLocal(rune))
            at -= rune.Utf16SequenceLength;
        at = end - Announcement.Without(WithoutUrl(text[at..end])).Length;
        while (at < end && NeverFirst.Contains(text[at], StringComparison.Ordinal))
            at++;
        return at;
    }

    /// <summary>An address in a URL begins after the path or the = of the query. Elsewhere a name may hold both signs.</summary>
    private static ReadOnlySpan<char> WithoutUrl(ReadOnlySpan<char> run)
    {
        var slash = run.IndexOf('/');
        var isUrl = slash == 0 || run.ContainsAny("?&") || run.EndsWith('/')
            || (slash > 0 && (run[..slash].Contains('.') || run[(slash + 1)..].StartsWith('/')));
        return isUrl ? run[(run.LastIndexOfAny("/?&=#") + 1)..] : run;
    }

    private static int? QuoteStart(ReadOnlySpan<char> text, int end, int floor)
    {
        if (end <= floor || text[end - 1] != '"')
            return null;
        var from = Math.Max(floor, end - LongestQuote);
        for (var at = end - 2; at >= from; at--)
        {
            if (text[at] == '"' && (at == from || text[at - 1] != '\\'))
                return at;
        }
        return RunStart(text, end - 1, floor);
    }

    /// <summary>Skips <c>(work)</c> of <c>john(work)@example.com</c>.</summary>
    private static int SkipCommentBack(ReadOnlySpan<char> text, int end, int floor)
    {
        for (var comments = 0; comments < MostComments && end > floor && text[end - 1] == ')'; comments++)
        {
            var from = Math.Max(floor, end - LongestQuote);
            var open = text[from..end].LastIndexOf('(');
            if (open < 0)
                break;
            end = from + open;
        }
        return end;
    }

    /// <summary>Where the name goes on to the left of <c> dot </c>, <c> underscore </c> or <c>[dot]</c>.</summary>
    private static int? JoinedStart(ReadOnlySpan<char> text, int at, int floor, AtForm form)
    {
        var gap = SkipSpaceBack(text, at, floor);
        var sign = gap;
        var isFramed = gap > floor && AddressChars.AreFrame('(', text[gap - 1]);
        if (isFramed)
            sign = SkipSpaceBack(text, gap - 1, floor);

        var word = WordBefore(text, sign, floor);
        var left = sign - word.Length;
        if (word.IsEmpty && sign > floor && text[sign - 1] == '.' && (isFramed || (gap < at && form != AtForm.Tight)))
            left = sign - 1;
        else if (!SpelledSigns.InLocalPart.Contains(word))
            return null;

        var end = SkipSpaceBack(text, left, floor);
        if (isFramed)
        {
            if (end == floor || !AddressChars.AreFrame(text[end - 1], ')'))
                return null;
            end = SkipSpaceBack(text, end - 1, floor);
        }
        else if (gap == at || end == left)
            return null;
        var start = RunStart(text, end, floor);
        return start < end ? start : null;
    }

    private static bool HasLetter(ReadOnlySpan<char> local)
    {
        foreach (var rune in local.EnumerateRunes())
        {
            if (WordEdge.IsWordPart(rune) || (!rune.IsAscii && !Rune.IsWhiteSpace(rune)))
                return true;
        }
        return false;
    }
}
