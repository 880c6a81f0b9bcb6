using Moderation.Text.Contacts;
using static Moderation.Text.Emails.AddressChars;

namespace Moderation.Text.Emails;

/// <summary>Finds addresses whose signs only their capitals tell: <c>naamATexampleDOTcom</c>.</summary>
internal static class GluedSigns
{
    private const int Longest = 64;

    /// <summary>Adds the addresses of the view.</summary>
    public static void Find(TextView view, ref List<ViewSpan>? found)
    {
        var text = view.Text.AsSpan();
        for (var at = 0; text[at..].IndexOf("dot") is var more and >= 0; at++)
        {
            at += more;
            if (at == 0 || at + 3 >= text.Length || !char.IsAsciiLetterOrDigit(text[at - 1]) || !char.IsAsciiLetter(text[at + 3]) || !IsRaised(view, at, 3))
                continue;
            if (!TryRead(view, text[..Math.Min(text.Length, at + Longest)], at, out var address))
                continue;
            (found ??= []).Add(address);
            at = address.End - 1;
        }
    }

    private static bool TryRead(TextView view, ReadOnlySpan<char> text, int dot, out ViewSpan address)
    {
        address = default;
        var floor = Math.Max(0, dot - Longest);
        var sign = dot - 2;
        while (sign > floor && !(text[sign] == 'a' && text[sign + 1] == 't' && IsRaised(view, sign, 2)))
        {
            if (!char.IsAsciiLetterOrDigit(text[sign + 1]))
                return false;
            sign--;
        }
        if (sign <= floor || sign + 2 >= dot || !char.IsAsciiLetterOrDigit(text[sign - 1]))
            return false;

        var start = sign;
        while (start > floor && IsLocal(WordEdge.RuneBefore(text, start)))
            start -= WordEdge.RuneBefore(text, start).Utf16SequenceLength;
        var end = dot;
        for (var isRaised = true; isRaised;)
        {
            end += 3;
            while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]) && !IsDot(view, text, end))
                end++;
            isRaised = IsDot(view, text, end);
        }
        address = new ViewSpan(start, end);
        return true;
    }

    private static bool IsDot(TextView view, ReadOnlySpan<char> text, int at) =>
        text[at..].StartsWith("dot") && at + 3 < text.Length && char.IsAsciiLetter(text[at + 3]) && IsRaised(view, at, 3);

    /// <summary>Whether the word is in capitals, or begins with one, and its neighbours are not.</summary>
    private static bool IsRaised(TextView view, int at, int length)
    {
        var span = view.Original(at, length);
        var word = view.Written.AsSpan(span.Start, span.Length);
        if (span.Length != length || span.Start == 0 || span.End >= view.Written.Length || !char.IsAsciiLetterUpper(word[0]))
            return false;
        var isWhole = !word[1..].ContainsAnyExceptInRange('A', 'Z');
        var isFirst = !word[1..].ContainsAnyExceptInRange('a', 'z');
        return !char.IsAsciiLetterUpper(view.Written[span.Start - 1]) && (isFirst || (isWhole && !char.IsAsciiLetterUpper(view.Written[span.End])));
    }
}
