using Moderation.Text.Emails;

namespace Moderation.Text.Contacts;

/// <summary>Finds addresses of India's Unified Payments Interface: <c>name@handle</c> of a known handle, and <c>upi://</c> links.</summary>
internal static class UpiFinder
{
    private const string Scheme = "upi://";
    private const int LongestName = 64;
    private const int LongestLink = 512;

    // The handles of the great apps and banks as NPCI lists them; what people are paid by.
    private static readonly WordSet _handles = new(
        "okaxis oksbi okhdfcbank okicici ybl ibl axl paytm upi apl yapl rapl waaxis wahdfcbank waicici wasbi sbi pthdfc ptsbi ptaxis ptyes "
        + "axisbank axisb hdfcbank hdfcbankjd icici icicipay icicibank kotak kotak811 kbl barodampay bob boi cnrb pnb unionbank unionbankofindia "
        + "uboi idbi idfcbank idfcfirst idfc federal fbl indus indusind yesbank yesbankltd yespay rbl citi citigold hsbc sc dbs dlb aubank "
        + "airtel airtelpaymentsbank jio jiopay freecharge ikwik mbk postbank ippb fam slice slc superyes jupiteraxis tapicici timecosmos "
        + "goaxis axisgo inhdfc payzapp mahb centralbank cboi indianbank iob uco ucobank kvb karurvysyabank csbpay dcb nsdl equitas bandhan "
        + "abfspay zoicici amazonpay yescred oxymoney niyoicici naviaxis trans nyes shriramhdfcbank okbizaxis");

    // Handles that hardly anyone is called by, so that spaces about the sign do not matter.
    private static readonly WordSet _sure = new("okaxis oksbi okhdfcbank okicici ybl ibl axl yapl waaxis wasbi pthdfc ptsbi ptaxis ptyes");

    public static void Find(ReadOnlySpan<char> text, ref List<ViewSpan>? found)
    {
        var link = NextLink(text, 0);
        for (var at = 0; text[at..].IndexOf('@') is var next and >= 0; at++)
        {
            at += next;
            for (; link.End <= at; link = NextLink(text, link.End))
                (found ??= []).Add(link);
            if (at < link.Start && TryRead(text, at, out var address))
                (found ??= []).Add(address);
        }
        for (; link.Start < text.Length; link = NextLink(text, link.End))
            (found ??= []).Add(link);
    }

    private static ViewSpan NextLink(ReadOnlySpan<char> text, int from)
    {
        for (var at = from; text[at..].IndexOf(Scheme, StringComparison.Ordinal) is var next and >= 0;)
        {
            at += next;
            var end = at + Scheme.Length;
            var limit = Math.Min(text.Length, at + LongestLink);
            while (end < limit && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"'))
                end++;
            if (end > at + Scheme.Length)
                return new ViewSpan(at, end);
            at = end;
        }
        return new ViewSpan(text.Length, text.Length);
    }

    private static bool TryRead(ReadOnlySpan<char> text, int sign, out ViewSpan address)
    {
        address = default;
        var handleStart = SkipSpace(text, sign + 1);
        var handle = AddressChars.WordAt(text[..Math.Min(text.Length, handleStart + LongestName)], handleStart);
        var end = handleStart + handle.Length;
        if (!_handles.Contains(handle) || IsDomain(text, end))
            return false;

        var nameEnd = SkipSpaceBack(text, sign);
        if ((nameEnd < sign || handleStart > sign + 1) && !_sure.Contains(handle))
            return false;
        var start = nameEnd;
        while (start > 0 && nameEnd - start < LongestName && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '-' or '_'))
            start--;
        while (start < nameEnd && text[start] is '.' or '-' or '_')
            start++;
        address = new ViewSpan(start, end);
        return nameEnd - start >= 2;
    }

    // name@hdfcbank.com is an email.
    private static bool IsDomain(ReadOnlySpan<char> text, int end) =>
        end + 1 < text.Length && text[end] is '.' or '-' or '_' && char.IsLetterOrDigit(text[end + 1]);

    private static int SkipSpace(ReadOnlySpan<char> text, int at) => at < text.Length && text[at] == ' ' ? at + 1 : at;

    private static int SkipSpaceBack(ReadOnlySpan<char> text, int at) => at > 0 && text[at - 1] == ' ' ? at - 1 : at;
}
