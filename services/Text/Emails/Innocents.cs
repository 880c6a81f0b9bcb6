using static Moderation.Text.Emails.AddressChars;

namespace Moderation.Text.Emails;

/// <summary>What looks like an address and is none.</summary>
internal static class Innocents
{
    private static readonly WordSet _beforeAt = new(
        "look looks looked looking see seen find found available visit read reading more out up down here is are was were be been being "
        + "me us him her it them you this that these those there all not only now live lives living online work works worked working buy "
        + "bought sell sold order shop check click join watch apply register registered download details stay staying arrive arrived "
        + "hosted based published article story news report reported listed and or but so then page site website link video laugh "
        + "laughed laughing angry good bad best stare staring shout shouted aim aimed meet met meeting go went come came start starts "
        + "started end ends price priced sale cheap free hai hain tha thi the par pe aur dekho dekhe dekhen milo mile milte है हैं था थी थे");
    private static readonly WordSet _repositories = new("git hg svn");

    /// <summary>Whether a word before a plain "at" reads on into it: "look at".</summary>
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
