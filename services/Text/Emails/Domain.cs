using System.Buffers;
using System.Text;

namespace Moderation.Text.Emails;

/// <summary>What follows an at sign, if it can be where mail goes.</summary>
/// <param name="End">The first unit of the view after the domain.</param>
/// <param name="IsProvider">Whether it is a provider of mailboxes, so that no sentence is meant.</param>
internal readonly record struct Domain(int End, bool IsProvider)
{
    private const int LongestLiteral = 64;
    // DNS allows 127 labels; the limit keeps spelled at signs in "at.at.at…" from reading on and on.
    private const int MostLabels = 127;

    private static readonly SearchValues<char> _literalChars = SearchValues.Create("0123456789abcdef.:");

    public static bool TryRead(ReadOnlySpan<char> text, AtSign sign, out Domain domain)
    {
        if (TryReadLiteral(text, sign.End, out domain))
            return true;

        var first = Label.Read(text, Dot.SkipComment(text, sign.End), sign.Form);
        if (first.IsEmpty)
            return false;
        var labels = new Labels(sign.Form, first.Of(text));
        var end = labels.IsProvider && sign.Form is (AtForm.Tight or AtForm.Spaced or AtForm.Marked) ? first.End : 0;

        var label = first;
        for (var count = 1; count < MostLabels; count++)
        {
            if (!Dot.TryRead(text, label.End, out var dot) || !labels.MayGoOnAfter(dot.Form))
                break;
            label = Label.Read(text, dot.End, sign.Form);
            if (label.IsEmpty)
                break;
            if (labels.EndWith(label.Of(text), dot.Form, out var length))
                end = length == label.Of(text).Length ? label.End : label.Start + length;
        }
        domain = new Domain(end, labels.IsProvider);
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

    /// <summary>What is known of the labels read so far.</summary>
    private ref struct Labels(AtForm form, ReadOnlySpan<char> first)
    {
        private readonly bool _firstHasLetter = first.ContainsAnyExceptInRange('0', '9');
        private readonly bool _firstIsWww = first is "www";
        private readonly bool _startsAsVersion = char.IsAsciiDigit(first[0]);
        private ReadOnlySpan<char> _last = first;
        private bool _isTight = true;
        private bool _isVersion;
        private bool _isComplete;
        private int _count = 1;

        public bool IsProvider { get; private set; } = KnownDomains.IsProvider(first);

        /// <summary>Whether a dot of this form can still belong to the domain.</summary>
        public readonly bool MayGoOnAfter(DotForm dot) => dot switch
        {
            DotForm.LeftOut => (!_isComplete && KnownDomains.IsProvider(_last)) || _last is "co",
            DotForm.Comma => !_isComplete,
            DotForm.AfterSentence => !_isComplete || _last is "co",
            _ => true,
        };

        /// <summary>Takes one more label; whether the domain can end with it, or with the first units of it.</summary>
        public bool EndWith(ReadOnlySpan<char> label, DotForm dot, out int length)
        {
            _isTight &= dot == DotForm.Tight;
            _isVersion = _count == 1 ? _startsAsVersion && char.IsAsciiDigit(label[0]) : _isVersion;
            var known = KnownDomains.TopLevelOf(label, out length);
            var ends = known == TopLevel.None
                ? form == AtForm.Tight && _isTight && !_isVersion && MayBeTopLevel(label, out length)
                : Convinces(known, dot);
            IsProvider |= KnownDomains.IsProvider(label);
            _isComplete |= ends;
            _last = label;
            _count++;
            return ends;
        }

        private readonly bool Convinces(TopLevel known, DotForm dot)
        {
            if (form == AtForm.Word && !IsProvider && (!_firstHasLetter || _firstIsWww))
                return false;
            return dot switch
            {
                DotForm.Tight => true,
                DotForm.Spelled => true,
                DotForm.Loose => known == TopLevel.Sure || IsProvider || form != AtForm.Word,
                DotForm.AfterSentence => IsProvider || form == AtForm.Tight || (form != AtForm.Word && known == TopLevel.Sure),
                DotForm.Comma => known == TopLevel.Sure && (IsProvider || form is AtForm.Tight or AtForm.Marked),
                _ => known == TopLevel.Sure || _last is "co",
            };
        }

        private static bool MayBeTopLevel(ReadOnlySpan<char> label, out int length)
        {
            length = 0;
            var letters = 0;
            foreach (var rune in label.EnumerateRunes())
            {
                if (!WordEdge.IsWordPart(rune) && rune.Value is not ('-' or '_'))
                    break;
                letters += Rune.IsLetter(rune) ? 1 : 0;
                length += rune.Utf16SequenceLength;
            }
            length = label[..length].TrimEnd("-_").Length;
            return letters >= 2 && Rune.IsLetter(WordEdge.RuneAt(label, 0));
        }
    }
}
