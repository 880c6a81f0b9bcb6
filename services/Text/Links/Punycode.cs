using System.Text;

namespace Moderation.Text.Links;

/// <summary>Decodes the labels of internationalised names (RFC 3492). IdnMapping throws at what is malformed, and throwing is slow.</summary>
internal static class Punycode
{
    private const string Prefix = "xn--";
    private const int Longest = 63;
    private const int Base = 36;
    private const int SmallestThreshold = 1;
    private const int LargestThreshold = 26;
    private const int Skew = 38;
    private const int Damp = 700;

    public static bool Is(string label) => label.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The label in Unicode; as it is if it is no good punycode.</summary>
    public static string Decode(string label)
    {
        if (!Is(label) || label.Length > Longest)
            return label;
        var body = label[Prefix.Length..];
        var output = new List<Rune>(body.Length);
        var basic = Math.Max(0, body.LastIndexOf('-'));
        foreach (var unit in body.AsSpan(0, basic))
        {
            if (!char.IsAscii(unit))
                return label;
            output.Add(new Rune(unit));
        }

        var (codePoint, index, bias) = (128L, 0L, 72L);
        for (var at = basic > 0 ? basic + 1 : 0; at < body.Length;)
        {
            var before = index;
            var weight = 1L;
            for (var k = (long)Base; ; k += Base)
            {
                var digit = at < body.Length ? DigitOf(body[at++]) : -1;
                if (digit < 0 || weight > int.MaxValue)
                    return label;
                index += digit * weight;
                var threshold = Math.Clamp(k - bias, SmallestThreshold, LargestThreshold);
                if (digit < threshold)
                    break;
                weight *= Base - threshold;
            }
            var count = output.Count + 1;
            bias = Adapt(index - before, count, before == 0);
            codePoint += index / count;
            index %= count;
            if (codePoint > 0x10FFFF || !Rune.IsValid((int)codePoint))
                return label;
            output.Insert((int)index++, new Rune((int)codePoint));
        }
        return TextView.Clean(string.Concat(output)).Text is { Length: > 0 } decoded ? decoded : label;
    }

    private static long Adapt(long delta, int count, bool isFirst)
    {
        delta = isFirst ? delta / Damp : delta / 2;
        delta += delta / count;
        var k = 0;
        for (; delta > (Base - SmallestThreshold) * LargestThreshold / 2; k += Base)
            delta /= Base - SmallestThreshold;
        return k + (Base - SmallestThreshold + 1) * delta / (delta + Skew);
    }

    private static int DigitOf(char unit) => unit switch
    {
        >= 'a' and <= 'z' => unit - 'a',
        >= '0' and <= '9' => unit - '0' + 26,
        _ => -1,
    };
}
