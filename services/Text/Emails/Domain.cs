using System.Buffers;

namespace Moderation.Text.Emails;

/// <summary>What follows an at sign, if it can be where mail goes.</summary>
/// <param name="End">The first unit of the view after the domain.</param>
/// <param name="IsProvider">Whether it is a provider of mailboxes, so that no sentence is meant.</param>
/// <param name="IsWhole">Whether it has its ending: <c>gmail.com</c> and not <c>gmail</c>.</param>
/// <param name="IsSpelled">Whether a dot of it is in words: hardly anybody writes so what is no address.</param>
/// <param name="NeedsEvidence">Whether it is one only if something says that an address is meant.</param>
internal readonly record struct Domain(int End, bool IsProvider, bool IsWhole = true, bool IsSpelled = false, bool NeedsEvidence = false)
{
    private const int LongestLiteral = 64;
    // DNS allows 127 labels. Nobody spells so many, and spelled at signs in "at.at.at…" must not read on and on.
    private const int MostLabels = 127;
    private const int MostSpelledLabels = 8;

    private static readonly SearchValues<char> _literalChars = SearchValues.Create("0123456789abcdef.:");

    public static bool TryRead(ReadOnlySpan<char> text, AtSign sign, out Domain domain)
    {
        if (TryReadLiteral(text, sign.End, out domain))
            return true;

        var first = Label.Read(text, Dot.SkipComment(text, sign.End), sign.Form);
        if (first.IsEmpty)
            return false;
        var labels = new DomainLabels(sign.Form, first.Of(text));
        var isWhole = labels.IsWholeAlready;
        var isSpelled = false;
        var needsEvidence = sign.Form switch
        {
            AtForm.Word => !isWhole,
            // @exampledotcom is somebody's name.
            AtForm.Mention => !(isWhole && labels.IsProvider),
            _ => false,
        };
        var end = isWhole || labels.IsProvider ? first.End : 0;

        var label = first;
        var most = sign.Form == AtForm.Tight ? MostLabels : MostSpelledLabels;
        for (var count = 1; count < most; count++)
        {
            if (!Dot.TryRead(text, label.End, out var dot) || !labels.MayGoOnAfter(dot.Form))
                break;
            label = Label.Read(text, dot.End, sign.Form);
            if (label.IsEmpty)
                break;
            if (!labels.EndWith(label.Of(text), dot.Form, out var length, out var isDubious))
                continue;
            end = length == label.Of(text).Length ? label.End : label.Start + length;
            (isWhole, needsEvidence) = (true, isDubious);
            isSpelled |= dot.Form == DotForm.Spelled;
        }
        domain = new Domain(end, labels.IsProvider, isWhole, isSpelled, needsEvidence);
        return end > 0;
    }

    /// <summary>Reads <c>[192.0.2.1]</c> or <c>[IPv6:2001:db8::1]</c>.</summary>
    private static bool TryReadLiteral(ReadOnlySpan<char> text, int at, out Domain domain)
    {
        domain = default;
        if (at >= text.Length || text[at] != '[')
            return false;
        var literal = text.Slice(at + 1, Math.Min(LongestLiteral, text.Length - at - 1));
        var close = literal.IndexOf(']');
        if (close < 0)
            return false;
        literal = literal[..close];
        if (literal.StartsWith("ipv6:", StringComparison.Ordinal))
            literal = literal[5..];
        if (!literal.ContainsAny('.', ':') || !literal.ContainsAnyInRange('0', '9') || literal.ContainsAnyExcept(_literalChars))
            return false;
        domain = new Domain(at + close + 2, false);
        return true;
    }
}
