using System.Text;

namespace Moderation.Text.Tests;

/// <summary>Texts nobody would write, with more trouble in them than chance alone would give.</summary>
internal static class RandomText
{
    private static readonly string[] _pieces =
    [
        "a", "b", "com", "in", "at", "dot", "the", "rate", "gmail", "@", ".", " ", "\n", "[", "]", "(", ")", "\"", "\\", "-", "_", "/", ":",
        "एट", "द", "रेट", "डॉट", "कॉम", "राम", "भारत", "\u093C", "\u094D", "\u200B", "\u200D", "\uFE0F", "\u0301", "\u0327", "＠", "．", "𝓯",
        "👩", "&#64;", "&commat;", "%40", "%2E", "&amp;", "%25", "\uD83D", "\uDE00", "\uFFFE", "\0", "ß", "İ", "१", "5", "स",
        "mailto", "a@b.com",
    ];

    /// <summary>Any UTF-16 units at all, lone surrogates included.</summary>
    public static string Units(Random random, int pieces)
    {
        var text = new StringBuilder();
        for (var piece = 0; piece < pieces; piece++)
        {
            if (random.Next(4) == 0)
                text.Append((char)random.Next(0x10000));
            else
                text.Append(_pieces[random.Next(_pieces.Length)]);
        }
        return text.ToString();
    }

    /// <summary>Pieces of addresses and disguises in any order.</summary>
    public static string Pieces(Random random, int pieces) =>
        string.Concat(Enumerable.Range(0, pieces).Select(_ => _pieces[random.Next(_pieces.Length)]));

    /// <summary>Well-formed text of letters with a liking for marks.</summary>
    public static string Runes(Random random, int runes)
    {
        var text = new StringBuilder();
        for (var rune = 0; rune < runes; rune++)
        {
            var value = random.Next(6) switch
            {
                0 => random.Next(0x20, 0x7F),
                1 => random.Next(0x900, 0x980),
                2 => random.Next(0x300, 0x370),
                3 => random.Next(0x1100, 0x1200),
                4 => random.Next(0x80, 0xD800),
                _ => random.Next(0xE000, 0x30000),
            };
            if (value != 0xFFFE)
                text.Append(new Rune(value));
        }
        return text.ToString();
    }
}
