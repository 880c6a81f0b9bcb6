using Moderation.Text.Emails;

namespace Moderation.Text.Links;

/// <summary>How much an ending says about a name.</summary>
internal enum Ending
{
    /// <summary>Not known.</summary>
    None,

    /// <summary>Only with a path: <c>t.me/name</c>. The word too often begins a sentence.</summary>
    WithPath,

    /// <summary>A word as well, which may begin a sentence after a full stop without a space: <c>in</c>, <c>live</c>, भारत.</summary>
    Word,

    /// <summary>Hardly anything else.</summary>
    Sure,
}

/// <summary>The top-level domains that make a bare name a link. Picked by hand: what readers in India see, and what spam is sold under.</summary>
internal static class Endings
{
    private static readonly WordSet _sure = new(
        "com net org edu gov mil info biz xyz io dev app co uk au ca de fr eu ru cn jp br nl pk np bd lk ae sg nz za tk ml ga cf gq pw icu "
        + "vip cc tv ws asia mobi tech website guru cloud cyou sbs lol buzz guide agency academy casino poker games ngo aero coop nic ac "
        + "कॉम नेट ভারত భారత్ ભારત بھارت இந்தியா ਭਾਰਤ рф 中国");
    private static readonly WordSet _words = new(
        "in us top shop store online site club live link click win bet pro news blog space world today fun loan loans email network "
        + "social digital ai भारत संगठन");
    private static readonly WordSet _withPath = new(
        "me ly gl gd gg be to la im is so at my am fm do se it no ch id re st gy ee sh art life media company page one work game money cash "
        + "finance bank fit center plus party men date review trade stream");
    private static readonly WordSet _loose = new("com net org info biz xyz online website");
    private static readonly Dictionary<string, string> _spelled = new(StringComparer.Ordinal)
    {
        ["कॉम"] = "com",
        ["कोम"] = "com",
        ["काॅम"] = "com",
        ["नेट"] = "net",
        ["ऑर्ग"] = "org",
        ["इन"] = "in",
    };

    /// <summary>What kind of ending a label is, and how much of it: "comपर" ends after "com".</summary>
    public static Ending KindOf(ReadOnlySpan<char> label, out int length)
    {
        length = label.Length;
        if (KindOf(label) is var kind and not Ending.None)
            return kind;
        var letters = 0;
        while (letters < label.Length && char.IsAsciiLetter(label[letters]))
            letters++;
        if (letters == 0 || letters == label.Length || char.IsAscii(label[letters]))
            return Ending.None;
        length = letters;
        return KindOf(label[..letters]);
    }

    /// <summary>Whether a space may stand before the ending's dot: "site .com".</summary>
    public static bool MayStandApart(ReadOnlySpan<char> label) => _loose.Contains(label);

    /// <summary>How an ending that was spelled in Devanagari is written; null if it was not.</summary>
    public static string? OfSpelled(ReadOnlySpan<char> label) =>
        _spelled.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(label, out var ending) ? ending : null;

    private static Ending KindOf(ReadOnlySpan<char> label) =>
        _sure.Contains(label) || label.StartsWith("xn--", StringComparison.Ordinal) ? Ending.Sure
        : _words.Contains(label) ? Ending.Word
        : _withPath.Contains(label) ? Ending.WithPath
        : Ending.None;
}
