using static Moderation.Text.Emails.AddressChars;

namespace Moderation.Text.Emails;

/// <summary>What looks like an address and is none.</summary>
internal static class Innocents
{
    // Function words and verbs. Not "news", "order" or "me": people have such mailboxes.
    private static readonly WordSet _beforeAt = new(
        "look looks looked looking see seen find found available visit visited read reading more out up down here is are am was were be been "
        + "being him her it them you this that these those there all not only now lives living work works worked working buy bought sell "
        + "sold check click watch watched stay stayed staying arrive arrived hosted based published story listed and or but so then laugh "
        + "laughed laughing angry stare staring shout shouted aimed meet met meeting go went come came started ends priced book booked booking us "
        + "good great best better bad expert just right still always once twice least last first again even also too over off back around away "
        + "he she we they i who what where when why how which than as if because while into from with by about for of to in on the a an my your our their "
        + "got gets getting have has had will can could should would may might do does did done learn learned liked loved hate hated try tried "
        + "thanks thank thanx thx hi hello hey dear rt via cc bro sir madam ji yaar bhai kya yes no ok okay please pls plz namaste dhanyavad shukriya kahan yahan "
        + "hai hain tha thi the ho hota hoti par pe aur dekho dekhe dekhen padho padhe milo mile milte jao karo kare karein bhi abhi "
        + "है हैं था थी थे हो होता होती पर और देखो देखें देखिए पढ़ो पढ़ें पढ़िए जाओ जाएं जाएँ करें करो मिलें मिलते मिलो भी अभी आज कल यह वह धन्यवाद नमस्ते जी भाई सर कृपया");

    // What has a time, a price or a place; people have such mailboxes, and spell them with every sign.
    private static readonly WordSet _beforePlace = new(
        "month months year years day days week weeks hour hours minute minutes night today tonight tomorrow yesterday monthly weekly daily online "
        + "price prices cost costs sale sales discount deal deals offer offers job jobs money income earn earned earning cash item items product "
        + "products shop shopping store stores ticket tickets seat seats rooms room page pages post posts posted article articles blog video videos "
        + "photo photos picture pictures movie movies song songs game games episode episodes details report reports study life home school college "
        + "people everyone anyone someone somebody everybody anybody nobody friends team staff guys folks man woman event events class classes course "
        + "courses exam exams result results live play played playing sign signed register registered apply applied call called download downloaded "
        + "subscribe subscribed join joined follow followed following like love phone phones order orders complaint complaints source sources form forms vote votes card cards declared match matches "
        + "link links list story stories thing things stuff food movie trailer music app apps account accounts bill bills loan loans fee fees salary number numbers");
    private static readonly WordSet _files = new("png jpg jpeg gif svg webp txt pdf mp4 mp3 css js ts html php exe service conf log json xml yml yaml md");
    private static readonly WordSet _repositories = new("git hg svn");

    /// <summary>Whether the word before an "at" or a lone @ is no name but reads on into it: "look at", "देखें @".</summary>
    public static bool ReadsOnIntoAt(ReadOnlySpan<char> local)
    {
        var word = AfterPause(local);
        return _beforeAt.Contains(word) || (word.IsEmpty && !local.IsEmpty);
    }

    /// <summary>Whether what has a price, a time or the like stands before an "at": "$500 a month at example.com".</summary>
    public static bool ReadsOnIntoPlace(ReadOnlySpan<char> local) => _beforePlace.Contains(AfterPause(local));

    // "…per hour...Only at"
    private static ReadOnlySpan<char> AfterPause(ReadOnlySpan<char> local)
    {
        var pause = Math.Max(local.LastIndexOf(".."), local.LastIndexOf('…'));
        return pause < 0 ? local : local[(pause + 1)..].TrimStart('.');
    }

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

    /// <summary>Whether this is an office of India, to which people go by its website: "complaint at example.gov.in".</summary>
    public static bool IsOffice(ReadOnlySpan<char> domain) => domain.EndsWith(".gov.in") || domain.EndsWith(".nic.in");

    /// <summary>Whether the name of a file ends so: <c>image@2x.png</c>.</summary>
    public static bool IsFileEnding(ReadOnlySpan<char> label) => _files.Contains(label);

    /// <summary>Whether a path follows the domain, which is a web page then: "more at example.com/news".</summary>
    public static bool IsPage(ReadOnlySpan<char> text, int end) => end < text.Length && text[end] == '/';
}
