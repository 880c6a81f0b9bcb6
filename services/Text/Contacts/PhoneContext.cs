using Moderation.Text.Emails;

namespace Moderation.Text.Contacts;

/// <summary>What about a number says that it is none to call.</summary>
internal static class PhoneContext
{
    private const int LongestWord = 16;
    private const int LongestToken = 256;
    private const int Reach = 24;

    private static readonly WordSet _glued = new(
        "no num number mob mobile call calls ph phone tel cell contact whatsapp watsapp wp wa on at to par pe pr me ko or and aur ye hai h "
        + "is my mera number's dial ring sms msg cont help helpline paytm gpay phonepe pls plz please x p m t w c");
    private static readonly WordSet _currencies = new("rs inr usd rupees rupee रु रू रुपये रुपए रुपया रूपये");
    private static readonly WordSet _units = new(
        "vote votes people log logo views view likes like subscribers followers rupees rupee rupaye rupay rs inr crore crores lakh lakhs million "
        + "billion km kms kg tonnes years वोट वोटों लोग लोगों रुपये रुपए रुपया रूपये करोड़ लाख मत किमी किलोमीटर अरब टन");
    private static readonly WordSet _ids = new(
        "order pnr txn transaction utr ref reference invoice account acc isbn imei awb tracking consignment roll aadhaar aadhar adhar pan "
        + "ऑर्डर आर्डर पीएनआर खाता आधार रोल");

    /// <summary>Where a number begins, its plus sign and bracket included.</summary>
    public static int StartOf(ReadOnlySpan<char> text, int digits, out bool hasPlus)
    {
        var at = digits;
        if (at > 0 && text[at - 1] == ' ' && at > 1 && text[at - 2] == '+')
            at--;
        hasPlus = at > 0 && text[at - 1] == '+';
        if (hasPlus)
            at--;
        else
            at = digits;
        return at > 0 && text[at - 1] == '(' ? at - 1 : at;
    }

    public static bool Allows(ReadOnlySpan<char> text, int start, ReadOnlySpan<DigitGroup> groups, bool hasPlus) =>
        AllowsAfter(text, groups[^1].End, groups[^1].After) && AllowsBefore(text, start, hasPlus) && !IsInUrl(text, start);

    private static bool AllowsBefore(ReadOnlySpan<char> text, int start, bool hasPlus)
    {
        if (start == 0)
            return true;
        var before = text[start - 1];
        if (before is '#' or '=' || IsCurrency(before) || (before == '@' && !hasPlus))
            return false;
        var floor = Math.Max(0, start - LongestWord);
        if (char.IsAsciiLetter(before))
            return _glued.Contains(AddressChars.WordBefore(text, start, floor));
        if (Digits.ValueOf(before) >= 0)
            return false;
        if (before is '-' or '_' or '.' or '/' or '*' && start > 1)
        {
            var word = AddressChars.WordBefore(text, start - 1, Math.Max(0, start - 1 - LongestWord));
            if (word.Length > 0 && Digits.ValueOf(word[^1]) >= 0 ? word.Length < PhoneShape.FewestDigits : word.Length > 0 && IsCode(word))
                return false;
        }

        var wordEnd = start;
        while (wordEnd > floor && text[wordEnd - 1] is ' ' or '.' or '-' or ':' or '/')
            wordEnd--;
        return hasPlus || !((wordEnd > 0 && IsCurrency(text[wordEnd - 1])) || _currencies.Contains(AddressChars.WordBefore(text, wordEnd, floor)) || IsAfterId(text, start));
    }

    private static bool IsCurrency(char unit) => unit is '₹' or '$' or '€' or '£';

    private static bool AllowsAfter(ReadOnlySpan<char> text, int end, Gap gap)
    {
        if (end >= text.Length)
            return true;
        var after = text[end];
        if (after == '%')
            return false;
        if (char.IsAsciiLetter(after))
            return _glued.Contains(AddressChars.WordAt(text[..Math.Min(text.Length, end + LongestWord)], end));
        // 9876543210.50, 9876543210-1
        if (gap != Gap.Break && after is '-' or '.' && Digits.ValueOf(text[end + 1]) >= 0 && GroupLength(text, end + 1) < PhoneShape.FewestDigits - 2)
            return false;
        var next = AddressChars.SkipSpace(text[..Math.Min(text.Length, end + LongestWord)], end);
        return !_units.Contains(AddressChars.WordAt(text[..Math.Min(text.Length, next + LongestWord)], next));
    }

    private static int GroupLength(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at < PhoneShape.FewestDigits && Digits.ValueOf(text[end]) >= 0)
            end++;
        return end - at;
    }

    // ORD-9876543210; but not call-9876543210, nor नंबर-9876543210.
    private static bool IsCode(ReadOnlySpan<char> word) => char.IsAscii(word[^1]) && !_glued.Contains(word);

    private static bool IsAfterId(ReadOnlySpan<char> text, int start)
    {
        var floor = Math.Max(0, start - Reach);
        for (var at = start; at > floor;)
        {
            var word = AddressChars.WordBefore(text, at, floor);
            if (_ids.Contains(word))
                return true;
            at -= Math.Max(1, word.Length);
        }
        return text[floor..start].Contains("a/c", StringComparison.Ordinal);
    }

    private static bool IsInUrl(ReadOnlySpan<char> text, int start)
    {
        var floor = Math.Max(0, start - LongestToken);
        var at = start;
        while (at > floor && !char.IsWhiteSpace(text[at - 1]))
            at--;
        var token = text[at..start];
        return token.Contains("://", StringComparison.Ordinal)
            || token.StartsWith("www.", StringComparison.Ordinal)
            || (token.IndexOf('/') is var slash and > 0 && token[..slash].Contains('.'));
    }
}
