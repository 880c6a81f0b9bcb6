using System.Globalization;
using System.Text;
using static Moderation.Text.Tests.Phrases.Spelling;

namespace Moderation.Text.Tests.Phrases;

/// <summary>Ways to write a word so that people read it and filters do not.</summary>
internal static class Disguises
{
    private const string Latin = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>Each gives the disguised word, or the word itself where it does not apply.</summary>
    public static readonly IReadOnlyDictionary<string, Func<string, string>> All = new Dictionary<string, Func<string, string>>
    {
        ["upper case"] = word => word.ToUpperInvariant(),
        ["mixed case"] = word => string.Concat(word.Select((letter, at) => at % 2 == 0 ? letter : char.ToUpperInvariant(letter))),
        ["full width"] = word => Replace(word, "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"),
        ["mathematical bold"] = word => Shift(word, 0x1D41A),
        ["mathematical script"] = word => Shift(word, 0x1D4EA),
        ["circled"] = word => Shift(word, 0x24D0),
        ["squared"] = word => Shift(word, 0x1F170),
        ["small capitals"] = word => Replace(word, "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ"),
        ["Cyrillic look-alikes"] = word => Replace(word, "аbсdеfgһіјкlмnорqгѕтuvwхуz"),
        ["Greek look-alikes"] = word => Replace(word, "αbcdεfghιjκlmηοpqrsτυνwχγz"),
        ["fancy letters"] = word => Replace(word, "αв¢∂єƒgнιנкℓмησρqяѕтυνωχуz"),
        ["accents"] = word => Replace(word, "äbçdéfghïjklmñöpqrštüvwxÿž"),
        ["leetspeak"] = word => Replace(word, "4bcd3fgh1jklmn0pqr57uvwxyz"),
        ["signs for letters"] = word => Replace(word, "@bcdefgh!jklmnopqr$+uvwxyz"),
        ["leet vowels"] = word => Replace(word, "4bcd3fgh1jklmn0pqrstuvwxyz"),
        ["stretched vowel"] = word => Each(word, (letter, at) => at == FirstVowel(word) ? new string(letter, 5) : letter.ToString()),
        ["stretched end"] = word => IsLatin(word) ? word + new string(word[^1], 4) : word,
        ["every letter twice"] = word => Each(word, (letter, _) => IsLatin(letter) ? new string(letter, 2) : letter.ToString()),
        ["dots between"] = word => Between(word, "."),
        ["spaces between"] = word => Between(word, " "),
        ["hyphens between"] = word => Between(word, "-"),
        ["underscores between"] = word => Between(word, "_"),
        ["stars between"] = word => Between(word, "*"),
        ["emoji between"] = word => Between(word, "😂"),
        ["spaced emoji between"] = word => Between(word, " 🔥 "),
        ["a dot in the middle"] = DotInTheMiddle,
        ["digits behind"] = word => word + "123",
        ["starred vowel"] = word => Each(word, (letter, at) => at == FirstVowel(word) ? "*" : letter.ToString()),
        ["zero-width spaces"] = word => Each(word, (letter, _) => $"{letter}\u200B"),
        ["soft hyphens"] = word => Each(word, (letter, _) => $"{letter}\u00AD"),
        ["joiners"] = word => Each(word, (letter, at) => at % 2 == 0 ? $"{letter}\u200D" : $"{letter}\u200C"),
        ["bidi controls"] = word => $"\u202A{Each(word, (letter, _) => $"{letter}\u200E")}\u202C",
        ["stacked marks"] = word => Each(word, (letter, _) => $"{letter}\u0336\u0353"),
        ["decimal entities"] = word => Each(word, (letter, _) => $"&#{(int)letter};"),
        ["hexadecimal entities"] = word => Each(word, (letter, at) => at % 2 == 0 ? $"&#x{(int)letter:x};" : letter.ToString()),
        ["percent codes"] = word => string.Concat(Encoding.UTF8.GetBytes(word).Select(octet => $"%{octet:X2}")),

        ["nukta decomposed"] = word => word.Normalize(NormalizationForm.FormD),
        ["nukta dropped"] = word => word.Normalize(NormalizationForm.FormD).Replace("\u093C", "", StringComparison.Ordinal),
        ["nukta added"] = word => Each(word, (letter, _) => letter is 'ज' or 'क' or 'ग' or 'ड' or 'ढ' or 'फ' ? $"{letter}\u093C" : letter.ToString()),
        ["chandrabindu for anusvara"] = word => word.Replace('ं', 'ँ'),
        ["anusvara for chandrabindu"] = word => word.Replace('ँ', 'ं'),
        ["nasal letter for anusvara"] = word => Nasal().Replace(word, match => NasalBefore(match.Groups[2].Value[0]) + match.Groups[2].Value),
        ["i short and long"] = word => Swap(word, 'ि', 'ी'),
        ["u short and long"] = word => Swap(word, 'ु', 'ू'),
        ["matra twice"] = word => Each(word, (letter, _) => IsMatra(letter) ? new string(letter, 2) : letter.ToString()),
        ["virama out"] = word => word.Replace("\u094D", "", StringComparison.Ordinal),
        ["virama at the end"] = word => IsConsonant(word[^1]) ? word + "\u094D" : word,
        ["ba for va"] = word => Swap(word, 'ब', 'व'),
        ["sha for sa"] = word => word.Replace('स', 'श'),
        ["sa for sha"] = word => word.Replace('श', 'स').Replace('ष', 'स'),
        ["a Latin letter inside"] = word => Inside(word, "x"),
        ["a digit inside"] = word => Inside(word, "7"),

        ["aa for a"] = word => IsLatin(word) ? LoneA().Replace(word, "aa") : word,
        ["a for aa"] = word => word.Replace("aa", "a", StringComparison.Ordinal),
        ["ee for i"] = word => InnerI().Replace(word, "ee"),
        ["oo for u"] = word => word.Replace("u", "oo", StringComparison.Ordinal),
        ["chh for ch"] = word => Ch().Replace(word, "chh"),
        ["w for v"] = word => word.Replace('v', 'w'),
        ["z for j"] = word => word.Replace('j', 'z'),
        ["ph for f"] = word => word.Replace("f", "ph", StringComparison.Ordinal),
        ["q for k"] = word => LoneK().Replace(word, "q"),
        ["doubled consonant"] = word => InnerConsonant().Replace(word, match => match.Value + match.Value, 1),
        ["dropped schwa"] = word => Schwa().Replace(word, "$1$2"),
        ["in the other script"] = word => IsLatin(word) ? Transliteration.ToDevanagari(word) : Transliteration.ToLatin(word),
    };

    /// <summary>Those that change how a word sounds or is spelled, and so mean nothing for English.</summary>
    public static readonly IReadOnlySet<string> HindiOnly = new HashSet<string>
    {
        "aa for a", "a for aa", "ee for i", "oo for u", "chh for ch", "w for v", "z for j", "ph for f", "q for k", "dropped schwa", "in the other script",
    };

    private static string Replace(string word, string alphabet)
    {
        var letters = new List<string>();
        for (var at = 0; at < alphabet.Length; at += char.IsHighSurrogate(alphabet[at]) ? 2 : 1)
            letters.Add(char.IsHighSurrogate(alphabet[at]) ? alphabet.Substring(at, 2) : alphabet[at].ToString());
        return Each(word, (letter, _) => Latin.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var index ? letters[index] : letter.ToString());
    }

    private static string Shift(string word, int first) =>
        Each(word, (letter, _) => IsLatin(letter) ? char.ConvertFromUtf32(first + letter - 'a') : letter.ToString());

    private static string Between(string word, string sign) =>
        string.Join(' ', word.Split(' ').Select(part => string.Join(sign, Syllables(part))));

    private static string DotInTheMiddle(string word)
    {
        var pieces = Syllables(word);
        var middle = pieces.Count / 2;
        // Beside a space it would end a sentence.
        while (middle > 0 && middle < pieces.Count && (pieces[middle] == " " || pieces[middle - 1] == " "))
            middle++;
        return middle == 0 || middle >= pieces.Count ? word : string.Concat(pieces.Take(middle)) + "." + string.Concat(pieces.Skip(middle));
    }

    private static string Inside(string word, string noise) =>
        !IsLatin(word) && Syllables(word) is { Count: > 1 } pieces ? pieces[0] + noise + string.Concat(pieces.Skip(1)) : word;

    private static string Swap(string word, char one, char other) =>
        Each(word, (letter, _) => (letter == one ? other : letter == other ? one : letter).ToString());

    private static string Each(string word, Func<char, int, string> write) => string.Concat(word.Select(write));

    private static List<string> Syllables(string word)
    {
        var pieces = new List<string>();
        for (var elements = StringInfo.GetTextElementEnumerator(word); elements.MoveNext();)
            pieces.Add(elements.GetTextElement());
        return pieces;
    }
}
