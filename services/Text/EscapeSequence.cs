using System.Buffers;
using System.Globalization;
using System.Text;

namespace Moderation.Text;

/// <summary>Characters written as HTML entities (<c>&amp;#64;</c>, <c>&amp;commat;</c>) or percent codes of UTF-8 (<c>%40</c>).</summary>
internal static class EscapeSequence
{
    private static readonly SearchValues<char> _openers = SearchValues.Create("&%");

    public static bool MayOccurIn(string text) => text.AsSpan().ContainsAny(_openers);

    /// <summary>Where the first may stand; the length of the text if none does.</summary>
    public static int FirstIn(string text) => text.AsSpan().IndexOfAny(_openers) is var first and >= 0 ? first : text.Length;

    /// <summary>Reads the escape at the beginning of the text; escapes of escapes (<c>&amp;amp;#64;</c>, <c>%2540</c>) included.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Rune rune, out int length)
    {
        (rune, length) = (default, 0);
        return text[0] switch
        {
            '&' => TryReadEntity(text, out rune, out length),
            '%' => TryReadPercents(text, out rune, out length),
            _ => false,
        };
    }

    private static bool TryReadEntity(ReadOnlySpan<char> text, out Rune rune, out int length)
    {
        (rune, length) = (new Rune('&'), 1);
        while (text[length..].StartsWith("amp;", StringComparison.OrdinalIgnoreCase))
            length += 4;

        var rest = text[length..];
        if (rest.StartsWith('#') ? TryReadNumber(rest, out var read, out var more) : EntityNames.TryRead(rest, out read, out more))
            (rune, length) = (read, length + more);
        return length > 1;
    }

    private static bool TryReadNumber(ReadOnlySpan<char> text, out Rune rune, out int length)
    {
        var isHex = text.Length > 1 && text[1] is 'x' or 'X';
        var digits = length = isHex ? 2 : 1;
        var value = 0;
        for (; length < text.Length && (isHex ? char.IsAsciiHexDigit(text[length]) : char.IsAsciiDigit(text[length])); length++)
            value = Math.Min(value * (isHex ? 16 : 10) + Convert.ToInt32(text[length].ToString(), 16), 0x110000);

        rune = Rune.IsValid(value) && value != 0 ? new Rune(value) : Rune.ReplacementChar;
        var found = length > digits;
        if (found && length < text.Length && text[length] == ';')
            length++;
        return found;
    }

    private static bool TryReadPercents(ReadOnlySpan<char> text, out Rune rune, out int length)
    {
        Span<byte> bytes = stackalloc byte[4];
        var count = 0;
        (rune, length) = (default, 0);
        while (count < 4 && TryReadPercent(text[length..], out bytes[count], out var more))
        {
            count++;
            length += more;
            if (Rune.DecodeFromUtf8(bytes[..count], out rune, out _) == OperationStatus.Done)
                return true;
        }
        return false;
    }

    private static bool TryReadPercent(ReadOnlySpan<char> text, out byte value, out int length)
    {
        (value, length) = (0, 0);
        if (!text.StartsWith('%'))
            return false;
        length = 1;
        while (text[length..].StartsWith("25") && text.Length >= length + 4 && IsHexPair(text[(length + 2)..]))
            length += 2;
        if (!IsHexPair(text[length..]))
            return false;
        value = byte.Parse(text.Slice(length, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        length += 2;
        return true;
    }

    private static bool IsHexPair(ReadOnlySpan<char> text) =>
        text.Length >= 2 && char.IsAsciiHexDigit(text[0]) && char.IsAsciiHexDigit(text[1]);
}
