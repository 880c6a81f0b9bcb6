namespace Moderation.Learning.Features;

/// <summary>
/// A word as both scripts say it, so that Hinglish and Devanagari teach each other: consonants in twelve classes, aspiration, length and the
/// vowel a left out, e heard as i and o as u. In the tradition of Soundex (Russell, 1918), for two scripts at once.
/// </summary>
internal static class PhoneticKey
{
    private const byte Skipped = 0;
    private static readonly byte[] _classes = Build();

    /// <param name="word">Letters in lower case, composed.</param>
    /// <param name="key">As long as the word at least.</param>
    /// <returns>How long the key is; 0 for a word of neither script.</returns>
    public static int Write(ReadOnlySpan<char> word, Span<byte> key)
    {
        var length = 0;
        for (var at = 0; at < word.Length; at++)
        {
            var letter = word[at];
            var heard = letter < _classes.Length ? _classes[letter] : Skipped;
            if (letter == 'c' && at + 1 < word.Length && word[at + 1] == 'h')
            {
                heard = (byte)'c';
            }

            if (heard != Skipped && (length == 0 || key[length - 1] != heard))
            {
                key[length++] = heard;
            }
        }

        return length;
    }

    private static byte[] Build()
    {
        var classes = new byte[0x980];
        ReadOnlySpan<string> rows =
        [
            "kcqकखक़ख़", "gगघग़", "cचछ", "jzजझज़", "tटठतथ", "dडढदधड़ढ़", "nmङञणनमंँ", "pfपफफ़", "bvwबभव", "rरऋृ", "lलळ", "sxशषस",
            "iइईिीएऐेैey", "uउऊुूओऔोौoॉऑ", "0123456789०१२३४५६७८९",
        ];
        foreach (var row in rows)
        {
            foreach (var letter in row)
            {
                classes[letter] = (byte)row[0];
            }
        }

        return classes;
    }
}
