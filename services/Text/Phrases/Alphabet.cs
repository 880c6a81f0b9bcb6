using System.Globalization;
using System.Text;

namespace Moderation.Text.Phrases;

/// <summary>
/// What each character of a cleaned text is to a reader of Hindi and English: a letter a–z that it is or looks like,
/// a Devanagari letter or sign, or one of the signs below.
/// </summary>
internal static class Alphabet
{
    /// <summary>A mark that changes no letter.</summary>
    public const char Ignored = '\0';

    /// <summary>A letter of another script: part of a word, and like none of ours.</summary>
    public const char Foreign = '?';

    /// <summary>Stands in for a letter, or between two.</summary>
    public const char Star = '*';

    public const char Space = ' ';

    /// <summary>Divides words more than a full stop does: "he'll" is not the place that sounds like it.</summary>
    public const char Apostrophe = '\'';

    /// <summary>Anything else that stands between letters: punctuation, digits, emoji.</summary>
    public const char Separator = '-';

    /// <summary>Takes the vowel from the consonant before it.</summary>
    public const char Virama = '\u094D';

    private const char Surrogate = '+';

    // Latin letter, then what looks like it. Facts from Unicode's confusables.txt and from the alphabets that "fancy text" generators use.
    private static readonly string[] _lookAlikes =
    [
        "aаαɑᴀɐəӓӑⲁæ", "bвьъбƅƀʙƃβɓҍѣ", "cсϲςᴄƈȼↄⲥ", "dԁɗđᴅ∂ժδ", "eеєεҽɛᴇ℮ɇзэӡ", "fƒғꜰẝϝ", "gɡցɢɠǥԍ", "hһнհʜħɦћђ", "iіιıɩɪɨӏ", "jјʝɉᴊנյ",
        "kкκᴋƙқҡҝ", "lℓłʟɭƚlן", "mмᴍɱϻ", "nηпɴɳռŋήий", "oоοσօᴏøɵθоӧ๐౦௦οѳө", "pрρᴘƥþҏ", "qԛգʠɋǫ", "rгяʀɾɍгŗ", "sѕꜱʂᵴƨ", "tтτᴛƭŧ",
        "uυսᴜцʋμµ", "vνѵᴠ", "wωѡшᴡɯщԝ", "xхχҳ", "yуγүʏч", "zᴢʐƶʑ",
    ];

    private static readonly string _stars = "*∗⁎✱✲✳★☆•●○■□█#%^";
    private static readonly string _apostrophes = "'’‘`´ʼ";
    private static readonly char[] _units = Build();

    /// <summary>What a UTF-16 unit is; half of a pair is read with <see cref="Of(Rune)"/>.</summary>
    public static char Of(char unit) => _units[unit];

    public static bool IsPair(char code) => code == Surrogate;

    /// <summary>What a character beyond the basic plane is.</summary>
    public static char Of(Rune rune) => rune.Value switch
    {
        // Regional indicators, and letters in negative circles and squares, which NFKC leaves alone.
        >= 0x1F1E6 and <= 0x1F1FF => (char)('a' + rune.Value - 0x1F1E6),
        >= 0x1F150 and <= 0x1F169 => (char)('a' + rune.Value - 0x1F150),
        >= 0x1F170 and <= 0x1F189 => (char)('a' + rune.Value - 0x1F170),
        _ => Rune.IsLetter(rune) ? Foreign : IsMark(Rune.GetUnicodeCategory(rune)) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.ModifierSymbol ? Ignored : Separator,
    };

    public static bool IsLetter(char code) => code >= 'a' || code == Foreign;

    public static bool IsLatin(char code) => code is >= 'a' and <= 'z';

    public static bool IsDevanagari(char code) => code is >= '\u0900' and <= '\u097F';

    private static char[] Build()
    {
        var units = new char[0x10000];
        for (var unit = 0; unit < units.Length; unit++)
            units[unit] = Plain((char)unit);
        foreach (var row in _lookAlikes)
        {
            foreach (var unit in row.AsSpan(1))
                units[unit] = row[0];
        }
        // An accented letter is the letter, of whichever alphabet that is.
        for (var unit = 0xC0; unit < 0x2000; unit++)
        {
            if (units[unit] == Foreign && ((char)unit).ToString().Normalize(NormalizationForm.FormD)[0] is var letter && letter != unit)
                units[unit] = units[letter];
        }
        foreach (var unit in _stars)
            units[unit] = Star;
        foreach (var unit in _apostrophes)
            units[unit] = Apostrophe;
        return units;
    }

    private static char Plain(char unit)
    {
        if (unit is >= 'a' and <= 'z')
            return unit;
        if (char.IsWhiteSpace(unit))
            return Space;
        if (char.IsSurrogate(unit))
            return Surrogate;
        if (unit is >= '\u0900' and <= '\u0963' or >= '\u0972' and <= '\u097F')
            return unit is '\u093C' or '\u0903' or '\u093D' or >= '\u0951' and <= '\u0954' ? Ignored : unit;
        if (char.IsLetter(unit))
            return Foreign;
        return IsMark(char.GetUnicodeCategory(unit)) ? Ignored : Separator;
    }

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
