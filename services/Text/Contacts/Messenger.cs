using System.Buffers;
using Moderation.Text.Emails;

namespace Moderation.Text.Contacts;

/// <summary>A service for messages: how its links begin and how people write its name.</summary>
internal sealed class Messenger
{
    /// <summary>How far from a number or a name the service may be said, in units of the view.</summary>
    private const int Reach = 40;
    private const int LongestLink = 256;
    private const int LongestHandle = 32;
    private const int ShortestHandle = 4;

    private readonly SearchValues<string> _links;
    private readonly SearchValues<string> _beginnings;
    private readonly SearchValues<string> _anyName;
    private readonly WordSet _names;
    private readonly bool _hasHandles;

    private Messenger(string links, string beginnings, string names, bool hasHandles)
    {
        _links = SearchValues.Create(links.Split(' '), StringComparison.Ordinal);
        _beginnings = SearchValues.Create(TextView.Clean(beginnings).Text.Split(' '), StringComparison.Ordinal);
        _anyName = SearchValues.Create(TextView.Clean(beginnings + ' ' + names).Text.Split(' '), StringComparison.Ordinal);
        _names = new WordSet(names);
        _hasHandles = hasHandles;
    }

    public static Messenger WhatsApp { get; } = new(
        "wa.me/ whatsapp.com/ whatsapp:// wa.link/",
        "whatsa watsa whataa whatsup watsup whtsap whatapp wattsap whats-app whatspp vhatsap व्हाट्स व्हाट्अ व्हाटस वाट्स वाटस व्हॉट्स वॉट्स वट्स व्हट्स हाट्सएप ह्वाट्स",
        "wp wapp w.app wtsp wtsapp wapp wattsapp whats wats व्हाट",
        hasHandles: false);

    public static Messenger Telegram { get; } = new(
        "t.me/ telegram.me/ telegram.dog/ tg://",
        "telegram telegrm teligram telegarm telegrem टेलीग्राम टेलिग्राम टैलीग्राम टेलेग्राम टेलीग्रम",
        "tg",
        hasHandles: true);

    /// <summary>Adds the service's links, and the names and numbers that are said to be of the service.</summary>
    public void Find(ReadOnlySpan<char> text, List<ViewSpan> phones, ref List<ViewSpan>? found)
    {
        // Both searches are for what few texts have.
        for (var at = text.Contains('/') ? 0 : text.Length; text[at..].IndexOfAny(_links) is var next and >= 0;)
        {
            at += next;
            if (TryReadLink(text, at, out var link))
                (found ??= []).Add(link);
            at = Math.Max(at + 1, link.End);
        }
        var mayHandle = _hasHandles && text.Contains('@');
        if ((phones.Count == 0 && !mayHandle) || !text.ContainsAny(_anyName))
            return;
        foreach (var phone in phones)
        {
            if (NameNear(text, phone) is { } name)
                (found ??= []).Add(new ViewSpan(Math.Min(name.Start, phone.Start), Math.Max(name.End, phone.End)));
        }
        for (var at = 0; mayHandle && text[at..].IndexOf('@') is var next and >= 0;)
        {
            at += next;
            var handle = HandleAt(text, at);
            if (handle.End > at && NameNear(text, handle) is { } name)
                (found ??= []).Add(new ViewSpan(Math.Min(name.Start, handle.Start), Math.Max(name.End, handle.End)));
            at = Math.Max(at + 1, handle.End);
        }
    }

    private static bool TryReadLink(ReadOnlySpan<char> text, int at, out ViewSpan link)
    {
        link = default;
        var start = at;
        var floor = Math.Max(0, at - Reach);
        while (start > floor && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '/' or ':' or '-'))
            start--;
        // start.me/x is another site.
        if (at > start && char.IsAsciiLetterOrDigit(text[at - 1]))
            return false;
        var end = at;
        var limit = Math.Min(text.Length, at + LongestLink);
        while (end < limit && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or ')' or ']' or '।'))
            end++;
        while (end > at && text[end - 1] is '.' or ',' or '!' or ';' or ':' or '*')
            end--;
        link = new ViewSpan(start, end);
        return end - at > text[at..end].IndexOf('/') + 1;
    }

    private static ViewSpan HandleAt(ReadOnlySpan<char> text, int at)
    {
        var none = new ViewSpan(at, at);
        if (at > 0 && AddressChars.IsLocal(WordEdge.RuneBefore(text, at)) && text[at - 1] is not ('*' or '-' or ':' or '='))
            return none;
        var end = at + 1;
        var limit = Math.Min(text.Length, end + LongestHandle);
        while (end < limit && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        return end - at > ShortestHandle ? new ViewSpan(at, end) : none;
    }

    private ViewSpan? NameNear(ReadOnlySpan<char> text, ViewSpan span)
    {
        var start = Math.Max(0, span.Start - Reach);
        return LastNameIn(text, start, span.Start) ?? FirstNameIn(text, span.End, Math.Min(text.Length, span.End + Reach));
    }

    private ViewSpan? LastNameIn(ReadOnlySpan<char> text, int from, int to)
    {
        ViewSpan? last = null;
        for (var at = from; FirstNameIn(text, at, to) is { } name; at = name.End)
            last = name;
        return last;
    }

    private ViewSpan? FirstNameIn(ReadOnlySpan<char> text, int from, int to)
    {
        var at = from;
        // Not in the middle of a word.
        while (at > 0 && at < to && WordEdge.IsWordPart(WordEdge.RuneAt(text, at)) && WordEdge.IsWordPart(WordEdge.RuneBefore(text, at)))
            at++;
        while (at < to)
        {
            var word = AddressChars.WordAt(text[..Math.Min(text.Length, at + Reach)], at);
            if (word.IsEmpty)
            {
                at++;
                continue;
            }
            if (_names.Contains(word) || word.IndexOfAny(_beginnings) == 0)
                return new ViewSpan(at, at + word.Length);
            at += word.Length;
        }
        return null;
    }
}
