namespace Moderation.Text.Emails;

/// <summary>How sure an ending makes us that a domain is meant.</summary>
internal enum TopLevel
{
    /// <summary>Not known.</summary>
    None,

    /// <summary>Known, but also a word of English or Hindi: <c>in</c>, भारत.</summary>
    Word,

    /// <summary>Known, and hardly anything else.</summary>
    Sure,
}

/// <summary>The endings and mail providers that make a disguise an address. Picked by hand: the readers are in India.</summary>
internal static class KnownDomains
{
    private static readonly WordSet _sure = new(
        "com net org edu gov co io dev tech biz mil nic xyz ac uk de fr ca au nz jp cn ru nl se ch pk np bd lk ae sa sg my hk eu asia "
        + "कॉम काॅम कोम नेट ऑर्ग ओआरजी डॉटकॉम");
    private static readonly WordSet _words = new(
        "in info me us is it to so no be am at app live news online shop site store club pro name mobi tv email world today life media "
        + "space website cloud click link top win work company page blog art fun one network social example test invalid "
        + "इन इंडिया भारत संगठन काम कौम कम को जीओवी");
    private static readonly WordSet _providers = new(
        "gmail googlemail gmai gmal gmial gamil gmali grnail gmaii gmall gimail gmil ymail yahoo yahoomail rocketmail hotmail hotmial outlook msn rediffmail rediff "
        + "icloud protonmail proton zoho zohomail aol gmx yandex fastmail tutanota जीमेल जिमेल याहू हॉटमेल आउटलुक रेडिफमेल रेडिफ");
    private static readonly WordSet _providerFirstHalves = new("g hot rediff y proton zoho जी हॉट रेडिफ");
    private static readonly WordSet _mail = new("mail मेल");
    private static readonly WordSet _gluedEndings = new("com dotcom _com -com डॉटकॉम कॉम in");

    // What hardly anything but a domain has behind a word for the dot.
    private static readonly WordSet _longEndings = new(
        "photography technology ventures solutions systems software consulting academy foundation agency guru expert support cricket institute university "
        + "international enterprises holdings marketing education finance energy health care clinic hospital legal tax travel tours yoga wiki ngo museum studio "
        + "productions properties associates partners directory directories exchange builders construction engineering training coach international ai gg ws");

    private const int ShortestSpelled = 6;
    private const int LongestProvider = 12;

    private static readonly string[] _spelledEndings = ["dotcom", "dotnet", "dotorg", "dotin", "dotcodotin", "डॉटकॉम", "डॉटइन"];

    public static bool IsProvider(ReadOnlySpan<char> label) =>
        _providers.Contains(label) || Leet.IsIn(_providers, label) || IsProviderWithEnding(label);

    /// <summary>Whether this is <c>gmailcom</c>.</summary>
    private static bool IsProviderWithEnding(ReadOnlySpan<char> label)
    {
        if (label.Length < ShortestSpelled)
            return false;
        var provider = _providers.LengthAtStartOf(label);
        return provider > 0 && provider < label.Length && _gluedEndings.Contains(label[provider..]);
    }

    /// <summary>Whether the label is a whole domain, its dots spelled or left out.</summary>
    public static bool HasDotWithin(ReadOnlySpan<char> label) => label.Length >= ShortestSpelled && (IsProviderWithEnding(label) || HasSpelledDot(label));

    /// <summary>Whether the label is a whole domain in which the dots are spelled: <c>exampledotcom</c>, <c>exampledotcodotin</c>.</summary>
    private static bool HasSpelledDot(ReadOnlySpan<char> label)
    {
        if (!(label[1..].Contains("dot", StringComparison.Ordinal) || label[1..].Contains('ॉ')))
            return false;
        foreach (var ending in _spelledEndings)
        {
            if (label.Length > ending.Length && label.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>Whether two words are a provider torn apart: "g mail", "gm ail".</summary>
    public static bool AreProvider(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        if (_providerFirstHalves.Contains(first) && _mail.Contains(second))
            return true;
        if (first[0] is not ('g' or 'y' or 'h' or 'o' or 'r') || second.IsEmpty || first.Length + second.Length > LongestProvider)
            return false;
        Span<char> whole = stackalloc char[first.Length + second.Length];
        first.CopyTo(whole);
        second.CopyTo(whole[first.Length..]);
        return _providers.Contains(whole);
    }

    /// <summary>Whether a domain ends so when its dot is spelled: "dot photography".</summary>
    public static bool IsLongEnding(ReadOnlySpan<char> label) => _longEndings.Contains(label);

    /// <summary>What kind of ending a label is, and how much of it; "comपर" ends after "com".</summary>
    public static TopLevel TopLevelOf(ReadOnlySpan<char> label, out int length)
    {
        length = label.Length;
        if (Kind(label) is var whole and not TopLevel.None)
            return whole;

        var letters = 0;
        while (letters < label.Length && char.IsAsciiLetter(label[letters]))
            letters++;
        if (letters == label.Length || char.IsAsciiDigit(label[letters]))
            return TopLevel.None;
        length = letters;
        return Kind(label[..letters]);
    }

    private static TopLevel Kind(ReadOnlySpan<char> label) =>
        _sure.Contains(label) || Leet.IsIn(_sure, label) ? TopLevel.Sure : _words.Contains(label) ? TopLevel.Word : TopLevel.None;
}
