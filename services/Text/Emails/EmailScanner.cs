using Moderation.Text.Contacts;

namespace Moderation.Text.Emails;

/// <summary>
/// Finds addresses in a view in one pass: at every at sign it reads the domain to the right and, if there is one, the name
/// to the left. Both end at the next @, and within <see cref="Reach"/> of a spelled one, so the time is linear.
/// </summary>
internal ref struct EmailScanner(ReadOnlySpan<char> text)
{
    // Twice what RFC 5321 allows an address, for the spaces.
    private const int Reach = 512;

    private readonly ReadOnlySpan<char> _text = text;
    private AtSignFinder _signs = new(text);
    private int _next;
    private int _floor;
    private int _chainStart = -1;
    private int _chainEnd = -1;

    /// <summary>The next address or login: its first unit in the view and the first after it.</summary>
    public bool TryFind(out ContactKind kind, out int start, out int end)
    {
        while (_signs.TryFind(_next, out var sign))
        {
            _next = Math.Max(_next + 1, sign.End);
            kind = ContactKind.Email;
            if (!(sign.Form == AtForm.Tight ? TryReadTight(sign, out kind, out start, out end) : TryReadLoose(sign, out start, out end)))
                continue;
            _floor = _next = end;
            return true;
        }
        (kind, start, end) = (default, 0, 0);
        return false;
    }

    private readonly bool TryReadLoose(AtSign sign, out int start, out int end)
    {
        (start, end) = (sign.Start, sign.End);
        if (!Domain.TryRead(_text[..Math.Min(_text.Length, sign.End + Reach)], sign, out var domain))
            return false;

        end = domain.End;
        // a@b.com[at]c.com
        if (sign.Form == AtForm.Marked && IsGluedToTheLast(sign))
            return true;
        start = LocalPart.StartOf(_text, sign, Math.Max(_floor, sign.Start - Reach));
        if (start >= sign.Start)
            return false;
        var local = _text[start..sign.Start];
        if (domain.NeedsEvidence && !Name.IsSure(local) && !local.Contains(' ') && !(Name.MayBe(local) && Announcement.EndsAt(_text, start, Math.Max(_floor, start - Reach))))
            return false;
        if (sign.Form == AtForm.Marked || domain.IsProvider)
            return true;
        if (Innocents.ReadsOnIntoAt(local))
            return false;
        return sign.Form != AtForm.Word || domain.IsSpelled || !(Innocents.IsPage(_text, end) || Innocents.IsOffice(_text[sign.End..end]) || Innocents.ReadsOnIntoPlace(local));
    }

    private bool TryReadTight(AtSign sign, out ContactKind kind, out int start, out int end)
    {
        kind = ContactKind.Email;
        var hasDomain = Domain.TryRead(_text, sign, out var domain);
        end = domain.End;
        start = sign.Start;
        // a@b.com@c.com
        if (IsGluedToTheLast(sign))
            return hasDomain;

        var local = start = LocalPart.StartOf(_text, sign, _floor);
        var isChained = start == _chainEnd;
        var isHandle = !isChained && Innocents.IsHandle(_text, start);
        var login = isChained ? null : Credentials.StartOf(_text, start, _floor);
        start = isChained ? _chainStart : login ?? start;
        kind = login is null ? ContactKind.Email : ContactKind.Credentials;
        (_chainStart, _chainEnd) = local == sign.Start || isHandle ? (-1, -1) : (start, sign.End);
        if (local == sign.Start)
            return false;

        if (!hasDomain && Reversed.IsDomain(_text[local..sign.Start]))
        {
            end = sign.End;
            while (end < _text.Length && AddressChars.IsLocal(WordEdge.RuneAt(_text, end)))
                end += WordEdge.RuneAt(_text, end).Utf16SequenceLength;
            kind = ContactKind.Email;
            return end > sign.End;
        }
        if (!hasDomain)
            return login is not null && Credentials.TryReadHost(_text, sign.End, out end);
        return (!isHandle || domain.IsProvider) && !Innocents.IsRepository(_text, local, sign, end);
    }

    private readonly bool IsGluedToTheLast(AtSign sign) => _floor > 0 && sign.Start <= _floor;
}
