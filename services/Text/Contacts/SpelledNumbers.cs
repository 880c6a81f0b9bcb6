using System.Collections.Frozen;
using System.Text;
using Moderation.Text.Emails;

namespace Moderation.Text.Contacts;

/// <summary>Finds telephone numbers spelled out digit by digit: "nau aath saat …", "nine eight …", "नौ आठ …".</summary>
internal static class SpelledNumbers
{
    // Ten digits take at least seven words ("triple nine triple eight double seven double six"), so looking at every fourth is enough.
    private const int Stride = 4;
    private const int LongestWord = 8;
    private const int FewestWords = 4;
    private const int MostDigits = 15;

    private static readonly FrozenDictionary<string, int> _values = Values(
        "0 zero oh o shunya sunya shoonya jiro zeero शून्य जीरो ज़ीरो जिरो",
        "1 one ek ik एक वन",
        "2 two do दो टू",
        "3 three teen tin तीन थ्री",
        "4 four char chaar chār चार फोर",
        "5 five panch paanch pach panc paach पांच पाँच पाञ्च पाच फाइव",
        "6 six che chhe chah chhah chha cheh chhai छह छः छे छ छै सिक्स",
        "7 seven saat sat सात सेवन",
        "8 eight aath ath aat आठ एट ऐट",
        "9 nine nau nao nou noh नौ नाइन",
        "20 double dubble डबल",
        "30 triple tripple ट्रिपल");

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup =
        _values.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds the numbers of the view, in order.</summary>
    public static void Find(ReadOnlySpan<char> text, ref List<ViewSpan>? phones)
    {
        var (words, floor) = (0, 0);
        for (var at = 0; at < text.Length;)
        {
            var end = EndOf(text, at);
            if (end > at && ++words % Stride == 0 && IsNumber(text[at..end]))
            {
                var run = Read(text, at, floor);
                if (run.IsPhone)
                    (phones ??= []).Add(run.Span);
                floor = end = Math.Max(end, run.Span.End);
            }
            at = end + 1;
        }
    }

    private static Run Read(ReadOnlySpan<char> text, int at, int floor)
    {
        var start = at;
        while (TryReadBefore(text, start, floor, out var before))
            start = before;

        var number = new StringBuilder();
        var (words, repeat, end) = (0, 1, start);
        for (var next = start; next < text.Length;)
        {
            var wordEnd = EndOf(text, next);
            var word = text[next..wordEnd];
            if (!IsNumber(word))
                break;
            if (_lookup.TryGetValue(word, out var value))
            {
                words++;
                if (value >= 20)
                    repeat = value / 10;
                else
                    number.Append((char)('0' + value), repeat);
            }
            else
            {
                foreach (var unit in word)
                    number.Append((char)('0' + Digits.ValueOf(unit)), Digits.IsKeycap(unit) ? 0 : repeat);
            }
            repeat = value >= 20 ? repeat : 1;
            end = wordEnd;
            next = SkipGap(text, wordEnd);
        }
        return new Run(new ViewSpan(start, end), words >= FewestWords && IsPhone(number.ToString()));
    }

    private static bool IsPhone(string number)
    {
        if (number.Length is < PhoneShape.FewestDigits or > MostDigits || !number.AsSpan().ContainsAnyExcept(number[0]))
            return false;
        var national = number.TrimStart('0');
        return number[0] >= '6' || (national.Length > 0 && national[0] >= '6') || national.StartsWith("91", StringComparison.Ordinal);
    }

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > LongestWord)
            return false;
        if (_lookup.ContainsKey(word))
            return true;
        foreach (var unit in word)
        {
            if (Digits.ValueOf(unit) < 0 && !Digits.IsKeycap(unit))
                return false;
        }
        return true;
    }

    private static int EndOf(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && AddressChars.IsWordPart(text[at]))
            at++;
        return at;
    }

    private static int SkipGap(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + LongestWord);
        while (at < limit && !AddressChars.IsWordPart(text[at]))
            at++;
        return at;
    }

    private static bool TryReadBefore(ReadOnlySpan<char> text, int start, int floor, out int before)
    {
        var end = start;
        var limit = Math.Max(floor, start - LongestWord);
        while (end > limit && !AddressChars.IsWordPart(text[end - 1]))
            end--;
        before = end;
        limit = Math.Max(floor, end - LongestWord - 1);
        while (before > limit && AddressChars.IsWordPart(text[before - 1]))
            before--;
        return end < start && IsNumber(text[before..end]);
    }

    private static FrozenDictionary<string, int> Values(params string[] lists)
    {
        var values = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            var words = TextView.Clean(list).Text.Split(' ');
            foreach (var word in words[1..])
                values[word] = int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture);
        }
        return values.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private readonly record struct Run(ViewSpan Span, bool IsPhone);
}
