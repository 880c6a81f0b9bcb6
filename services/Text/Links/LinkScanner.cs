using System.Buffers;

namespace Moderation.Text.Links;

/// <summary>
/// Goes from one sign that a link can have to the next. What has been read is never read again but for a bounded look back,
/// so the time is linear.
/// </summary>
internal ref struct LinkScanner
{
    private static readonly SearchValues<char> _dotsAndColon = SearchValues.Create(".:。");
    private static readonly SearchValues<char> _signs = SearchValues.Create(".。:<[");

    private readonly TextView _view;
    private readonly ReadOnlySpan<char> _text;
    private readonly bool _readsMarkup;
    private int _next;
    private int _floor;
    private int _sign = -1;
    private int _word = -1;
    private Markup _markup;

    public LinkScanner(TextView view, int from, int to, bool readsMarkup)
    {
        _view = view;
        _text = view.Text.AsSpan(0, to);
        _readsMarkup = readsMarkup;
        _next = _floor = from;
    }

    /// <summary>Whether a text has any of the signs that links have; costs next to nothing.</summary>
    public static bool MayFindIn(ReadOnlySpan<char> text) => text.ContainsAny(_dotsAndColon) || LinkDot.IndexOfWord(text) >= 0;

    public bool TryFind(out FoundLink found)
    {
        while (TryNextSign(out var at))
        {
            _next = at + 1;
            if (!TryReadAt(at, out found))
                continue;
            _floor = _next = found.End;
            return true;
        }
        found = default;
        return false;
    }

    private bool TryReadAt(int at, out FoundLink found)
    {
        found = default;
        if (_text[at] is '<' or '[')
        {
            if (_readsMarkup && _markup.TryRead(_view, _text, at, out found))
                return true;
            // example[.]com begins before its bracket.
            return false;
        }

        Address address;
        if (_text[at] == ':')
        {
            if (!UrlReader.TryRead(_view, _text, at, _floor, out address))
                return false;
        }
        else if (!NameReader.TryRead(_text, at, _floor, out address, out var readTo))
        {
            _next = Math.Max(_next, readTo);
            return false;
        }
        found = new FoundLink(address.Start, address.End, address, null);
        return true;
    }

    /// <summary>The next sign, or the next word that stands for a dot, whichever comes first.</summary>
    private bool TryNextSign(out int at)
    {
        if (_sign < _next)
            _sign = IndexFrom(_text[_next..].IndexOfAny(_signs));
        if (_word < _next)
            _word = IndexFrom(LinkDot.IndexOfWord(_text[_next..]));
        at = Math.Min(_sign, _word);
        return at < _text.Length;
    }

    private readonly int IndexFrom(int found) => found < 0 ? int.MaxValue : _next + found;
}
