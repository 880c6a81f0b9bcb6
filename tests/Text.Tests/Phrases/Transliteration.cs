using System.Text;

namespace Moderation.Text.Tests.Phrases;

/// <summary>Hindi as people type it in the other script, roughly.</summary>
internal static class Transliteration
{
    private static readonly Dictionary<char, string> _consonants = Pairs(
        "कk खkh गg घgh ङn चch छchh जj झjh ञn टt ठth डd ढdh णn तt थth दd धdh नn पp फf बb भbh मm यy रr लl वv शsh षsh सs हh ळl");

    private static readonly Dictionary<char, string> _vowels = Pairs(
        "अa आaa इi ईee उu ऊoo एe ऐai ओo औau ऋri ऑo ाa िi ीi ुu ूu ेe ैai ोo ौau ृri ॉo ॅe");

    private static readonly (string Latin, string Devanagari)[] _sounds =
    [
        ("chh", "छ"), ("kh", "ख"), ("gh", "घ"), ("ch", "च"), ("jh", "झ"), ("th", "थ"), ("dh", "ध"), ("ph", "फ"), ("bh", "भ"), ("sh", "श"), ("k", "क"), ("g", "ग"),
        ("j", "ज"), ("z", "ज़"), ("t", "त"), ("d", "द"), ("n", "न"), ("p", "प"), ("f", "फ"), ("b", "ब"), ("m", "म"), ("y", "य"), ("r", "र"), ("l", "ल"), ("v", "व"),
        ("w", "व"), ("s", "स"), ("h", "ह"), ("q", "क"), ("c", "क"), ("x", "क्स"),
    ];

    private static readonly (string Latin, char Sign, char Letter)[] _vowelSigns =
    [
        ("aa", 'ा', 'आ'), ("ee", 'ी', 'ई'), ("oo", 'ू', 'ऊ'), ("ai", 'ै', 'ऐ'), ("au", 'ौ', 'औ'), ("i", 'ि', 'इ'), ("u", 'ु', 'उ'), ("e", 'े', 'ए'), ("o", 'ो', 'ओ'),
    ];

    public static string ToLatin(string word)
    {
        var latin = new StringBuilder();
        var plain = word.Normalize(NormalizationForm.FormD).Replace("\u093C", "", StringComparison.Ordinal);
        for (var at = 0; at < plain.Length; at++)
        {
            var letter = plain[at];
            if (_vowels.TryGetValue(letter, out var vowel))
                latin.Append(vowel);
            else if (letter is 'ं' or 'ँ')
                latin.Append('n');
            else if (!_consonants.TryGetValue(letter, out var consonant))
                latin.Append(letter is '\u094D' or 'ः' ? "" : letter);
            else
                latin.Append(consonant).Append(HasSchwa(plain, at) ? "a" : "");
        }
        return latin.ToString();
    }

    public static string ToDevanagari(string word)
    {
        var devanagari = new StringBuilder();
        var afterConsonant = false;
        for (var at = 0; at < word.Length;)
        {
            var rest = word[at..];
            if (rest.StartsWith("cch", StringComparison.Ordinal))
            {
                devanagari.Append("च्");
                at++;
                continue;
            }
            if (afterConsonant && word[at] == word[at - 1])
                devanagari.Append('\u094D');
            var vowel = Array.Find(_vowelSigns, sign => rest.StartsWith(sign.Latin, StringComparison.Ordinal));
            var sound = Array.Find(_sounds, sound => rest.StartsWith(sound.Latin, StringComparison.Ordinal));
            if (vowel.Latin is not null)
                devanagari.Append(afterConsonant ? vowel.Sign : vowel.Letter);
            else if (rest[0] == 'a')
                devanagari.Append(!afterConsonant ? 'अ' : rest.Length == 1 || rest[1] == ' ' ? 'ा' : '\0');
            else
                devanagari.Append(sound.Devanagari ?? rest[..1]);
            afterConsonant = vowel.Latin is null && sound.Latin is not null;
            at += Math.Max(vowel.Latin?.Length ?? 0, sound.Latin?.Length ?? (rest[0] == 'a' ? 1 : 1));
        }
        return devanagari.Replace("\0", "").ToString();
    }

    private static Dictionary<char, string> Pairs(string pairs) => pairs.Split(' ').ToDictionary(pair => pair[0], pair => pair[1..]);

    // Not written before a vowel sign, at the end, and in the middle of three syllables.
    private static bool HasSchwa(string word, int at)
    {
        if (at + 1 >= word.Length || word[at + 1] == ' ')
            return false;
        var next = word[at + 1];
        return next is not '\u094D' && !(_vowels.ContainsKey(next) && next is < 'अ' or > 'औ' && next != 'ऑ');
    }
}
