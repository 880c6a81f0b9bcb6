using System.Text;

namespace Moderation.Benchmarks.Rules;

/// <summary>Texts that are meant to take long: one piece again and again.</summary>
internal static class WorstInputs
{
    // As much as a request may have.
    private const int Bytes = 65_536;

    private static readonly (string Kind, string Piece)[] _pieces =
    [
        ("letters", "a"), ("capitals", "A"), ("letters of Devanagari", "क"), ("digits", "9"), ("digits apart", "9 "), ("spaces", " "), ("newlines", "\n"),
        ("dots", "."), ("letters and dots", "a."), ("stars", "*"), ("letters and stars", "f*"), ("letters apart", "d o t "), ("at signs", "@"),
        ("at signs and dots", "@."), ("halves of emails", "a@"), ("dubious emails", "a@b.c "), ("emails", "a@b.com "), ("chained emails", "a.com@"), ("logins", "ab:cd@"),
        ("spelled at signs", "at "), ("spelled at signs and dots", "at dot "), ("spelled at signs in Hindi", "एट "), ("spelled dots", "dot "), ("spelled emails", "x at gmail com "),
        ("providers", "gmail"), ("names and providers", "a1 gmail "), ("emails in capitals", "aATaDOT"), ("look-alike emails", "а@"), ("torn at signs", "d o t a t "),
        ("framed at signs", "..at.."), ("at signs in tags", "<br>@"), ("dubious endings", "a [at] b [dot] c "), ("escapes of escapes", "%26%2364;"),
        ("spelled digits", "nau aath saat chhah "), ("spelled digits in Hindi", "नौ "), ("telephone numbers", "wa 9876543210 "), ("UPI ids", "ab@ybl "),
        ("Telegram links", "t.me/ab "), ("Telegram names", "telegram @abcde "), ("schemes", "http://"), ("links", "https://a.com "), ("bare links", "a.in "),
        ("links of numbers", "1.2.3.4/x "), ("Markdown links", "[a](b.com) "), ("HTML links", "<a href=x>"), ("framed dots", "a[.]"), ("punycode", "xn--a.com "),
        ("look-alike hosts", "pаypal.com "), ("brackets", "("), ("square brackets", "[]("), ("ampersands", "&"), ("entities", "&#64;"), ("entities of entities", "&amp;"),
        ("percent signs", "%"), ("percent codes", "%40"), ("combining marks", "\u0301"), ("combining marks in disorder", "\u0301\u0323\u0316"), ("stacked marks", "a\u0301\u0302\u0303\u0304"),
        ("viramas", "\u094D"), ("nuktas", "क\u093C"), ("joiners", "\u200D"), ("letters and joiners", "a\u200D"), ("emoji", "😂"), ("families", "👨\u200D👩\u200D👧"), ("halves of flags", "🇮"),
        ("keycaps", "9\uFE0F\u20E3"), ("full width", "Ａ"), ("mathematical letters", "𝒻"), ("Cyrillic", "а"), ("sharp s", "ß"), ("dotted I", "İ"), ("Hangul", "가"),
        ("pieces of Hangul", "\u1100\u1161"), ("Han", "中"), ("Thai", "ก\u0E33"), ("Tibetan", "\u0F40\u0F71\u0F72"), ("one ligature", "\uFDFA"), ("square words", "\u3316"),
        ("halves of surrogate pairs", "\uD83D"), ("insults", "fuck "), ("insults written together", "fuck"), ("insults letter by letter", "f u c k "), ("insults in Hindi", "कुत्ता "),
    ];

    /// <summary>64 KiB of UTF-8 of each kind.</summary>
    public static IEnumerable<(string Kind, string Text)> All =>
        _pieces.Select(kind => (kind.Kind, string.Concat(Enumerable.Repeat(kind.Piece, Bytes / Encoding.UTF8.GetByteCount(kind.Piece)))));
}
