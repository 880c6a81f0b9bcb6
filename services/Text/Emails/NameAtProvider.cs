using System.Buffers;
using static Moderation.Text.Emails.AddressChars;

namespace Moderation.Text.Emails;

/// <summary>The name before a provider of mailboxes where no at sign stands between them.</summary>
internal static class NameAtProvider
{
    private const int LongestGap = 8;
    private const int LongestSign = 4;
    private const int LongestName = 64;

    private static readonly SearchValues<char> _gap = SearchValues.Create(" \t\n\r\u00A0-_:|()[]{}<>,;\"'*#");
    private static readonly SearchValues<char> _joints = SearchValues.Create("./:-_,;?!()'\"&=<>[]{}|…—–।");
    private static readonly WordSet _glued = new("at attherate atherate atrate attherateof एट एटदरेट ऐट");
    private static readonly WordSet _endInAt = new("what that chat format flat hat cat bat sat whereat somewhat repeat treat great beat heat seat meat neat eat");

    /// <summary>Where it begins; null if there is none.</summary>
    public static int? StartOf(ReadOnlySpan<char> text, int provider, int floor)
    {
        floor = Math.Max(floor, provider - LongestName);
        if (provider == floor)
            return null;
        if (WordEdge.IsWordPart(WordEdge.RuneBefore(text, provider)))
        {
            var glued = NameStart(text, provider, floor);
            return IsBeforeGluedAt(text[glued..provider]) || Name.HasDigitAndLetter(text[glued..provider]) ? glued : null;
        }

        var rate = RateBefore(text, provider, floor);
        if (rate.Start < provider)
            return NameOf(text, rate.Sign, floor) ?? NameOf(text, rate.Start, floor);

        var end = SkipSeparator(text, provider, floor);
        var start = NameStart(text, end, floor);
        var name = text[start..end];
        var gap = text[end..provider];
        if (name.IsEmpty || IsUrl(text, start))
            return null;
        if (gap is "." && IsBeforeGluedAt(name))
            return start;
        // "naam at.gmail.com"
        if (gap is "." && SpelledSigns.At.Contains(name))
            return NameOf(text, start, floor);
        if (name is "t" && WordBack(text, start, floor, out var torn) is "a")
            return NameOf(text, torn, floor);
        if (name is "a" && IsFramed(gap))
            return NameOf(text, SkipSeparator(text, start, floor), floor);
        // naam*gmail.com, naam📧gmail.com
        if (AreSymbols(gap))
            return Name.MayBe(name) ? start : null;
        if (gap.ContainsAnyExcept(_gap) && !AreSymbols(gap.Trim()))
            return null;
        return Name.IsSure(name) || (Name.MayBe(name) && Announcement.EndsAt(text, start, Math.Max(0, start - LongestName))) ? start : null;
    }

    // The right half of "( a )".
    private static bool IsFramed(ReadOnlySpan<char> gap) => gap.TrimStart() is [')' or ']' or '}' or '>', ..];

    private static int? NameOf(ReadOnlySpan<char> text, int end, int floor)
    {
        end = SkipSeparator(text, end, floor);
        var start = NameStart(text, end, floor);
        return Name.MayBe(text[start..end]) && !IsUrl(text, start) ? start : null;
    }

    /// <summary>Where a "the rate" begins that ends before the provider, and the misspelled sign before it: "et the rate".</summary>
    private static (int Start, int Sign) RateBefore(ReadOnlySpan<char> text, int end, int floor)
    {
        if (!SpelledSigns.Rate.Contains(WordBack(text, end, floor, out var start)))
            return (end, end);
        if (SpelledSigns.The.Contains(WordBack(text, start, floor, out var the)))
            start = the;
        return (start, WordBack(text, start, floor, out var sign).Length <= LongestSign ? sign : start);
    }

    private static ReadOnlySpan<char> WordBack(ReadOnlySpan<char> text, int end, int floor, out int start)
    {
        var word = WordBefore(text, SkipSpaceBack(text, end, floor), floor);
        start = SkipSpaceBack(text, end, floor) - word.Length;
        return word;
    }

    private static int NameStart(ReadOnlySpan<char> text, int end, int floor)
    {
        var start = end;
        while (start > floor && WordEdge.RuneBefore(text, start) is var rune && (WordEdge.IsWordPart(rune) || rune.Value is '.' or '_' or '-' or '+'))
            start -= rune.Utf16SequenceLength;
        while (start < end && text[start] is '.' or '_' or '-' or '+')
            start++;
        return start;
    }

    private static int SkipSeparator(ReadOnlySpan<char> text, int at, int floor)
    {
        var limit = Math.Max(floor, at - LongestGap);
        while (at > limit && WordEdge.RuneBefore(text, at) is var rune && !WordEdge.IsWordPart(rune))
            at -= rune.Utf16SequenceLength;
        return at;
    }

    private static bool IsBeforeGluedAt(ReadOnlySpan<char> name)
    {
        for (var length = Math.Min(name.Length - 2, 12); length >= 2; length--)
        {
            if (_glued.Contains(name[^length..]) && !_endInAt.Contains(name))
                return true;
        }
        return false;
    }

    // What stands for an at sign between a name and a provider; not what joins hosts, paths and sentences.
    private static bool AreSymbols(ReadOnlySpan<char> gap) =>
        !gap.IsEmpty && !char.IsWhiteSpace(gap[0]) && !char.IsWhiteSpace(gap[^1]) && !gap.ContainsAny(_joints);

    private static bool IsUrl(ReadOnlySpan<char> text, int start) => start > 0 && text[start - 1] is '/' or '@' or '=' or '&' or '?';
}
