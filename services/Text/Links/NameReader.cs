using System.Buffers;
using Moderation.Text.Emails;

namespace Moderation.Text.Links;

/// <summary>Reads hosts that stand without a scheme, and those whose dots are spelled.</summary>
internal static class NameReader
{
    private const int LongestLabel = 63;
    private const int LongestLocalPart = 64;
    private static readonly SearchValues<char> _numbers = SearchValues.Create("0123456789.");

    /// <summary>
    /// Reads the name that has the dot at <paramref name="dot"/>, be it a sign or a word. If there is none, nothing before
    /// <paramref name="readTo"/> need be looked at again.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, int dot, int floor, out Address address, out int readTo)
    {
        address = default;
        readTo = dot + 1;
        if (!MayGoOn(text, dot))
            return false;
        var labelEnd = LinkDot.LabelEndBefore(text, dot, floor);
        var start = LabelStart(text, labelEnd, Math.Max(floor, labelEnd - LongestLabel - 1));
        if (start == labelEnd)
            return false;

        var name = Name.Read(text, start);
        readTo = Math.Max(readTo, name.TightEnd);
        if (IsPartOfAnother(text, start) || IsLocalPart(text, name.TightEnd))
            return false;
        if (name.Length == 0)
            return TryReadNumbers(text, start, name.TightEnd, out address);
        return TryFinish(text, start, name, out address);
    }

    /// <summary>Reads on over spelled dots after a host that has none of them so far.</summary>
    public static bool TryExtend(ReadOnlySpan<char> text, int start, int end, out Address address)
    {
        address = default;
        if (!LinkDot.TryRead(text, end, out var dot) || dot.Style == DotStyle.Tight)
            return false;
        var name = Name.Read(text, start);
        return name.Length > end - start && TryFinish(text, start, name, out address);
    }

    /// <summary>Where the label that begins at <paramref name="at"/> ends.</summary>
    public static int LabelEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && IsLabelPart(text, at, out var length))
            at += length;
        return at;
    }

    private static bool TryFinish(ReadOnlySpan<char> text, int start, Name name, out Address address)
    {
        var hostEnd = start + name.Length;
        var end = UrlReader.EndOfPath(text, hostEnd);
        address = new Address(start, end, Host.Of(name.HostOf(text, start)), end > hostEnd + 1 && text[hostEnd] != ':');
        return end > hostEnd || !Sentences.IsDegree(text, start, hostEnd);
    }

    /// <summary>An address of four numbers, if more follows: <c>192.0.2.1/x</c>. Without, it is as often a version.</summary>
    private static bool TryReadNumbers(ReadOnlySpan<char> text, int start, int end, out Address address)
    {
        address = default;
        var numbers = text[start..end];
        if (numbers.Length is < 7 or > 15 || numbers.Count('.') != 3 || numbers.ContainsAnyExcept(_numbers))
            return false;
        var pathEnd = UrlReader.EndOfPath(text, end);
        address = new Address(start, pathEnd, new Host(numbers.ToString(), false), true);
        return pathEnd > end + 1;
    }

    // The commonest dots end sentences or stand in numbers; they cost no more than this.
    private static bool MayGoOn(ReadOnlySpan<char> text, int dot)
    {
        if (dot + 1 >= text.Length)
            return false;
        var isApart = dot > 0 && text[dot - 1] is ' ' or '\t' or '(' or '[' or '{' or '<';
        if (!LinkDot.IsSign(text[dot]))
            return isApart && SpelledSigns.Dot.Contains(AddressChars.WordAt(text[..Math.Min(text.Length, dot + 8)], dot));
        return isApart || char.IsLetterOrDigit(text[dot + 1]) || char.IsSurrogate(text[dot + 1]);
    }

    private static int LabelStart(ReadOnlySpan<char> text, int end, int floor)
    {
        var at = end;
        while (at > floor)
        {
            var rune = WordEdge.RuneBefore(text, at);
            if (!(WordEdge.IsWordPart(rune) || rune.Value is '-' or '_'))
                break;
            at -= rune.Utf16SequenceLength;
        }
        at = Math.Max(at, floor);
        while (at < end && text[at] is '-' or '_')
            at++;
        return at;
    }

    private static bool IsLabelPart(ReadOnlySpan<char> text, int at, out int length)
    {
        length = 1;
        var unit = text[at];
        if (char.IsAscii(unit))
            return char.IsAsciiLetterOrDigit(unit) || unit is '-' or '_';
        var rune = WordEdge.RuneAt(text, at);
        length = rune.Utf16SequenceLength;
        return WordEdge.IsWordPart(rune);
    }

    /// <summary>Whether the name is what follows an at sign, or a file in a path.</summary>
    private static bool IsPartOfAnother(ReadOnlySpan<char> text, int start)
    {
        if (start == 0)
            return false;
        var before = text[start - 1];
        if (before == '/')
            return start < 2 || text[start - 2] is not ('/' or ':');
        return before == '@' || (before is '-' or '_' && start > 1 && text[start - 2] == '@');
    }

    /// <summary>Whether the name is what stands before an at sign.</summary>
    private static bool IsLocalPart(ReadOnlySpan<char> text, int end)
    {
        var limit = Math.Min(text.Length, end + LongestLocalPart);
        while (end < limit && text[end] is '+' or '%' or '&' or '=' or '!' or '#' or '$' or '*' or '\'' or '^' or '~' or '|' or '.')
            end = Math.Min(limit, LabelEnd(text[..limit], end + 1));
        return end < text.Length && text[end] == '@';
    }
}
