using Moderation.Text.Emails;

namespace Moderation.Text.Links;

/// <summary>Words that stand before a full stop or the word "dot" more often than they name a site.</summary>
internal static class Sentences
{
    private static readonly WordSet _words = new(
        "a an the this that these those it is was are were be been he she we they you i me my him her them us u and or but so too not no yes "
        + "of to on at in by for from with up down out off all now then here there ok okay one time day year people man good right well back "
        + "etc mr mrs dr st vs pm am do did done go come see said say made have has had can will would "
        + "h hai hain ha tha thi the ho hu hun hoon raha rahi rahe gaya gayi gaye kiya kiye kya ki ka ke ko se me mein par pe bhi hi to na "
        + "nahi nhi ji bhai yaar sir karo kare karte karna do diya liya tum aap ab sab log logo jao aao dekho bolo raho rha rhe rhi "
        + "है हैं था थी थे हो हूं हूँ रहा रही रहे गया गई गए किया की का के को से में पर भी ही तो ना नहीं जी और कर करो करें करना दो दिया लिया "
        + "हम तुम आप अब सब लोग जाओ देखो कहा कही बोला बोली बोले मिला मिली बना बनी आया आई आए लगा लगी होगा होगी होंगे गा गी गे");
    private static readonly WordSet _degrees = new("b m");
    private static readonly WordSet _aboutDegrees = new(
        "student students degree final first second third 1st 2nd 3rd year graduate graduation hons honours pass kiya ki ke me mein from my "
        + "did done doing completed after ba bsc bca bba mba ca llb btech part sem semester course kar karke tak wale wala");

    /// <summary>Whether the word ends a sentence rather than names a site.</summary>
    public static bool MayEndWith(ReadOnlySpan<char> word) => _words.Contains(word) || word.Length < 2 || !word.ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether this is a Bachelor or a Master of Commerce: "b.com final year".</summary>
    public static bool IsDegree(ReadOnlySpan<char> text, int start, int end) =>
        text[start..end] is [_, '.', 'c', 'o', 'm'] && _degrees.Contains(text.Slice(start, 1))
        && (_aboutDegrees.Contains(AddressChars.WordAt(Limited(text, end), AddressChars.SkipSpace(Limited(text, end), end)))
            || _aboutDegrees.Contains(AddressChars.WordBefore(text, AddressChars.SkipSpaceBack(text, start, Math.Max(0, start - 4)), Math.Max(0, start - 16))));

    private static ReadOnlySpan<char> Limited(ReadOnlySpan<char> text, int at) => text[..Math.Min(text.Length, at + 16)];
}
