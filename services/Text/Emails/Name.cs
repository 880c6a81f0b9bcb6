using System.Text;
using Moderation.Text.Contacts;

namespace Moderation.Text.Emails;

/// <summary>How much a word is like the name of a mailbox, where nothing else says that it is one.</summary>
internal static class Name
{
    private const int FewestUnits = 4;

    private static readonly WordSet _others = new(
        "account accounts app apps service services server site login password se par pe ka ki ke ko mein me aur ya or and the a an my your our on in at to of for with "
        + "from via by use using open visit check free new old only like not no is was are has have hai tha karo kare karein karen kijiye banao banaye bana banaya "
        + "chahiye kaise create make delete hack hacked type go see get through into inbox support than except both either also even called named id ids email mail आईडी आइडी ईमेल मेल "
        + "से पर का की के को में और या है था करो करें कीजिए बनाओ बनाएं बनाया चाहिए कैसे खोलो अकाउंट खाता नया मेरा अपना");

    private static readonly WordSet _products = new("windows win android iphone ios ipad galaxy covid version chapter part day class");

    /// <summary>Whether it has what words have not: <c>naam99</c>, <c>naam.kul</c>, <c>naam_kul</c>; but not <c>3.30</c> nor a host.</summary>
    public static bool IsSure(ReadOnlySpan<char> name)
    {
        if (!MayBe(name) || name.Length < FewestUnits || name.StartsWith("www."))
            return false;
        var mark = name.LastIndexOfAny('.', '_');
        if (mark < 0)
            return HasDigitAndLetter(name) && !char.IsAsciiDigit(name[0]) && !(_products.LengthAtStartOf(name) is var product and > 0 && Digits.AreAll(name[product..]));
        var last = name[(mark + 1)..];
        return mark > 0 && last.Length > 0 && name[mark - 1] != '.' && !IsOther(last)
            && !(name[mark] == '.' && KnownDomains.TopLevelOf(last, out _) != TopLevel.None);
    }

    /// <summary>Whether it is at least no word that stands before a provider or an at for other reasons.</summary>
    public static bool MayBe(ReadOnlySpan<char> name) => name.Length >= 2 && HasLetter(name) && !IsOther(name) && !KnownDomains.IsProvider(name);

    public static bool HasDigitAndLetter(ReadOnlySpan<char> name) => Digits.HasAtLeast(1, name) && HasLetter(name);

    private static bool IsOther(ReadOnlySpan<char> word) => _others.Contains(word) || Innocents.ReadsOnIntoAt(word) || Innocents.ReadsOnIntoPlace(word);

    private static bool HasLetter(ReadOnlySpan<char> name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
                return true;
        }
        return false;
    }
}
