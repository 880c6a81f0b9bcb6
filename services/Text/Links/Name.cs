using System.Text;

namespace Moderation.Text.Links;

/// <summary>A bare name as far as it was read.</summary>
/// <param name="Length">How much of it is a host; 0 if nothing is.</param>
/// <param name="TightEnd">Where the labels end that are joined by plain dots.</param>
/// <param name="IsPlain">Whether all dots of the host are plain.</param>
internal readonly record struct Name(int Length, int TightEnd, bool IsPlain)
{
    private const int MostSpelledDots = 6;

    /// <summary>Reads labels and dots from <paramref name="start"/> on, and how far they make a host.</summary>
    public static Name Read(ReadOnlySpan<char> text, int start)
    {
        var first = text[start..NameReader.LabelEnd(text, start)];
        var isWww = first is "www";
        var (labelStart, end) = (start, start + first.Length);
        var (hostEnd, tightEnd, style, spelled) = (start, end, DotStyle.Tight, 0);
        for (var count = 1; LinkDot.TryRead(text, end, out var dot); count++)
        {
            var next = NameReader.LabelEnd(text, dot.End);
            if (next == dot.End || (dot.Style != DotStyle.Tight && ++spelled > MostSpelledDots))
                break;
            var before = text[labelStart..end];
            style = dot.Style > style ? dot.Style : style;
            var label = text[dot.End..next].TrimEnd("-_");
            var kind = Endings.KindOf(label, out var length);
            if (style == DotStyle.Word && Endings.OfSpelled(label) is not null)
                (kind, length) = (Ending.Sure, label.Length);
            if (Convinces(text, kind, label[..length], before, style, count, dot.End + length))
                hostEnd = dot.End + length;
            else if (isWww && style == DotStyle.Tight)
                hostEnd = dot.End + label.Length;
            (labelStart, end) = (dot.End, next);
            if (style == DotStyle.Tight)
                tightEnd = end;
        }
        return new Name(hostEnd - start, tightEnd, hostEnd <= tightEnd);
    }

    /// <summary>The host with plain dots.</summary>
    public string HostOf(ReadOnlySpan<char> text, int start)
    {
        text = text[..(start + Length)];
        if (IsPlain)
            return text[start..].ToString();
        var host = new StringBuilder(Length);
        for (var at = start; ;)
        {
            var end = NameReader.LabelEnd(text, at);
            var label = text[at..end];
            if (!LinkDot.TryRead(text, end, out var dot))
                return (Endings.OfSpelled(label) is { } ending ? host.Append(ending) : host.Append(label)).ToString();
            host.Append(label).Append('.');
            at = dot.End;
        }
    }

    private static bool Convinces(
        ReadOnlySpan<char> text, Ending kind, ReadOnlySpan<char> label, ReadOnlySpan<char> before, DotStyle style, int count, int end)
    {
        if (kind == Ending.None)
            return false;
        var hasPath = end + 1 < text.Length && text[end] == '/' && !char.IsWhiteSpace(text[end + 1]);
        if (hasPath && style <= DotStyle.Framed)
            return true;
        if (kind == Ending.WithPath)
            return false;
        return style switch
        {
            DotStyle.Tight => kind == Ending.Sure || count > 1 || !Sentences.MayEndWith(before),
            DotStyle.Framed => true,
            DotStyle.Loose => Endings.MayStandApart(label) && !Sentences.MayEndWith(before),
            _ => !Sentences.MayEndWith(before) && (hasPath || (kind == Ending.Sure && label is not "net" and not "co") || count > 1 || IsLast(text, end)),
        };
    }

    private static bool IsLast(ReadOnlySpan<char> text, int end) => end >= text.Length || text[end] is '\n' or '.' or ',' or '!' or ')' or '।';
}
