using System.Text;

namespace Moderation.Text.Emails;

/// <summary>What is known of the labels read so far.</summary>
internal ref struct DomainLabels(AtForm form, ReadOnlySpan<char> first)
{
    private const int LongestTopLevel = 18;

    private static readonly WordSet _mistyped = new("con cmo ocm vom xom cm om comm coom");
    private static readonly WordSet _numbers = new("zero one two three four five six seven eight nine ten percent");

    private readonly bool _firstHasLetter = first.ContainsAnyExceptInRange('0', '9');
    private readonly bool _firstIsWww = first is "www";
    private readonly bool _startsAsVersion = char.IsAsciiDigit(first[0]);
    private ReadOnlySpan<char> _last = first;
    private bool _isTight = true;
    private bool _isVersion;
    private bool _isComplete;
    private int _count = 1;

    public bool IsProvider { get; private set; } = KnownDomains.IsProvider(first);

    /// <summary>Whether the first label has all the dots a domain needs.</summary>
    public bool IsWholeAlready { get; } = KnownDomains.HasDotWithin(first);

    /// <summary>Whether a dot of this form can still belong to the domain.</summary>
    public readonly bool MayGoOnAfter(DotForm dot) => dot switch
    {
        DotForm.LeftOut => (!_isComplete && KnownDomains.IsProvider(_last)) || _last is "co",
        DotForm.Comma => !_isComplete,
        DotForm.AfterSentence => !_isComplete || _last is "co",
        _ => true,
    };

    /// <summary>Takes one more label; whether the domain can end with it, or with the first units of it.</summary>
    public bool EndWith(ReadOnlySpan<char> label, DotForm dot, out int length, out bool isDubious)
    {
        isDubious = false;
        _isTight &= dot == DotForm.Tight;
        _isVersion = _count == 1 ? _startsAsVersion && char.IsAsciiDigit(label[0]) : _isVersion;
        var known = KnownDomains.TopLevelOf(label, out length);
        var ends = known == TopLevel.None
            ? form == AtForm.Tight && _isTight && !_isVersion && !(_count == 1 && Innocents.IsFileEnding(label)) && MayBeTopLevel(label, out length)
            : Convinces(known, dot);
        ends |= dot == DotForm.Spelled && !_isComplete && _firstHasLetter && KnownDomains.IsLongEnding(label);
        if (!ends && (!_isComplete || form == AtForm.Marked) && dot == DotForm.Spelled && known == TopLevel.None && _firstHasLetter && MaySpellTopLevel(label))
            ends = isDubious = true;
        if (!ends && !_isComplete && dot == DotForm.Loose && known == TopLevel.Word && _firstHasLetter)
            ends = isDubious = true;
        ends |= IsProvider && (dot is DotForm.Tight or DotForm.Spelled) && _mistyped.Contains(label);
        // com.ar
        ends |= _isComplete && dot == DotForm.Tight && label.Length == 2 && _last is "com" or "co" or "org" or "net" or "gov" or "edu" && !label.ContainsAnyExceptInRange('a', 'z');
        isDubious &= form is AtForm.Word or AtForm.Spaced or AtForm.Mention;
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
        // "@ 20.in", "at the rate of 9.in"
        if (!_firstHasLetter && known == TopLevel.Word && form != AtForm.Tight)
            return false;
        return dot switch
        {
            DotForm.Tight => true,
            DotForm.Spelled => true,
            DotForm.Loose => known == TopLevel.Sure || IsProvider || form != AtForm.Word,
            DotForm.AfterSentence => IsProvider || form == AtForm.Tight || (form != AtForm.Word && known == TopLevel.Sure),
            DotForm.Point => IsProvider || (form is AtForm.Marked or AtForm.Tight && known == TopLevel.Sure),
            DotForm.Comma => known == TopLevel.Sure && (IsProvider || form is AtForm.Tight or AtForm.Marked),
            _ => known == TopLevel.Sure || _last is "co",
        };
    }

    // naam [at] example [dot] photography; but not "at the rate of one dot five".
    private readonly bool MaySpellTopLevel(ReadOnlySpan<char> label)
    {
        if (label.Length is < 2 or > LongestTopLevel || _numbers.Contains(label) || _numbers.Contains(_last) || SpelledSigns.The.Contains(_last))
            return false;
        foreach (var unit in label)
        {
            if (!char.IsAsciiLetter(unit))
                return false;
        }
        return true;
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
