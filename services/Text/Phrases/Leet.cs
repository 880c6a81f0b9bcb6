namespace Moderation.Text.Phrases;

/// <summary>Digits and signs written for letters. Some stand for either of two.</summary>
internal static class Leet
{
    //                                        0123456789
    private const string DigitsOneWay = "oi\0easgtbg";
    private const string DigitsOtherWay = "olzeasbtbq";

    /// <summary>Whether the unit may stand for a letter.</summary>
    public static bool IsSign(char unit) => unit is >= '0' and <= '9' or '@' or '$' or '!' or '|' or '+' or '€' or '£' or '¥' or '¢' or '§' or '†' or '×' or '(' or '<';

    /// <summary>Whether the sign also ends sentences, and so stands for no letter at the end of a word.</summary>
    public static bool IsPunctuation(char unit) => unit is '!' or '|' or '(' or '<' or '×';

    /// <summary>The letter, or <c>\0</c>.</summary>
    /// <param name="unit">A sign.</param>
    /// <param name="otherWay">Whether 1 is l and not i, and so on.</param>
    public static char LetterOf(char unit, bool otherWay) => unit switch
    {
        >= '0' and <= '9' => (otherWay ? DigitsOtherWay : DigitsOneWay)[unit - '0'],
        '@' => 'a',
        '$' or '§' => 's',
        '!' or '|' => otherWay ? 'l' : 'i',
        '+' or '†' => 't',
        '€' => 'e',
        '£' => 'l',
        '¥' => 'y',
        '¢' or '(' or '<' => 'c',
        '×' => 'x',
        _ => '\0',
    };
}
