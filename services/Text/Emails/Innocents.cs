using static Moderation.Text.Emails.AddressChars;

namespace Moderation.Text.Emails;

/// <summary>What looks like an address and is none.</summary>
internal static class Innocents
{
    // Function words and verbs. Not "news", "order" or "me": people have such mailboxes.
    private static readonly WordSet _beforeAt = new(
        "look looks looked looking see seen find found available visit visited read reading more out up down here is are was were be been "
        + "being him her it them you this that these those there all not only now lives living work works worked working buy bought sell "
        + "sold check click watch watched stay stayed staying arrive arrived hosted based published story listed and or but so then laugh "
        + "laughed laughing angry stare staring shout shouted aimed meet met meeting go went come came started ends priced book booked booking us "
        + "hai hain tha thi the par pe aur dekho dekhe dekhen padho padhe milo mile milte jao "
        + "है हैं था थी थे पर और देखो देखें देखिए पढ़ो पढ़ें पढ़िए जाओ जाएं जाएँ करें मिलें मिलते मिलो");
    private static readonly WordSet _repositories = new("git hg svn");

    /// <summary>Whether the word before an "at" or a lone @ is no name but reads on into it: "look at", "देखें @".</summary>
    public static bool ReadsOnIntoAt(ReadOnlySpan<char> local) => _beforeAt.Contains(local);

    /// <summary>Whether this is <c>git@host:path</c> or <c>ssh://git@host/path</c>.</summary>
    public static bool IsRepository(ReadOnlySpan<char> text, int start, AtSign sign, int end)
    {
        if (!_repositories.Contains(text[start..sign.Start]))
            return false;
        var isAfterScheme = start >= 2 && text[start - 1] == '/' && text[start - 2] == '/';
        return isAfterScheme || (end + 1 < text.Length && text[end] == ':' && IsLocal(WordEdge.RuneAt(text, end + 1)));
    }

    /// <summary>Whether this is <c>@user@host</c> as social networks write it.</summary>
    public static bool IsHandle(ReadOnlySpan<char> text, int start) => start > 0 && text[start - 1] == '@';

    /// <summary>Whether a path follows the domain, which is a web page then: "more at example.com/news".</summary>
    public static bool IsPage(ReadOnlySpan<char> text, int end) => end < text.Length && text[end] == '/';
}
