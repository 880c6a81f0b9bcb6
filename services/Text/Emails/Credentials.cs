using static Moderation.Text.Emails.AddressChars;

namespace Moderation.Text.Emails;

/// <summary>What stands before the @ of <c>user:password@host</c>.</summary>
internal static class Credentials
{
    private static readonly WordSet _announcements = new(
        "mailto email mail mailid emailid id name reply gmail yahoo contact to from cc bcc sip sips xmpp smtp http https ftp address e pata "
        + "ईमेल मेल नाम आईडी आइडी संपर्क पता ईमेलआईडी जीमेल");

    /// <summary>Where the user's name begins if a password begins at <paramref name="password"/>; else null.</summary>
    public static int? StartOf(ReadOnlySpan<char> text, int password, int floor)
    {
        if (password - 1 <= floor || text[password - 1] != ':')
            return null;
        var start = password - 1;
        while (start > floor && WordEdge.RuneBefore(text, start) is var rune && IsLocal(rune) && rune.Value != '/')
            start -= rune.Utf16SequenceLength;
        var user = text[start..(password - 1)];
        if (user.IsEmpty || !user.ContainsAnyExceptInRange('0', '9') || IsAnnouncement(text, password - 1, start))
            return null;
        return start;
    }

    /// <summary>Reads the host that the password logs in to; it need not be one of the Internet.</summary>
    public static bool TryReadHost(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        for (var label = Label.Read(text, at, AtForm.Tight); !label.IsEmpty; label = Label.Read(text, end + 1, AtForm.Tight))
        {
            end = label.End;
            if (end == text.Length || text[end] != '.')
                break;
        }
        var host = text[at..end];
        // image:tag@sha256 is a container, price:1kg@20.50 an offer.
        return (host.ContainsAnyExceptInRange('.', '9') || host.Count('.') == 3) && !host.StartsWith("sha", StringComparison.Ordinal);
    }

    // "e-mail:" and the like announce an address.
    private static bool IsAnnouncement(ReadOnlySpan<char> text, int end, int start) =>
        WordBefore(text, end, start) is var word && (_announcements.Contains(word) || word.EndsWith("mail", StringComparison.Ordinal));
}
