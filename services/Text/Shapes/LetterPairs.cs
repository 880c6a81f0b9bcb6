namespace Moderation.Text.Shapes;

/// <summary>
/// How unexpected a letter is after another in words of English and Hinglish, written with Latin letters.
/// </summary>
/// <remarks>
/// Made of 4,500 words: English and Hinglish ones listed for the purpose, with dropped vowels (<c>krna</c>, <c>rply</c>) and names
/// among them, and those of this project's own texts, sample comments and word lists. Each counted 1 + ln(how often); the
/// probability of b after a is (n(ab) + 3 p(b)) / (n(a) + 3). A digit of base 36 is -2 log2 of that, so its unit is half a bit;
/// a row is the letter before (none, a to z), a column the letter after (none, a to z).
/// </remarks>
internal static class LetterPairs
{
    /// <summary>The number that stands for the edge of a word.</summary>
    public const int Edge = 0;

    private const int Symbols = 27;

    private const string HalfBits =
        "t9888a9a9bb998ab8f968cdakfg"
        + "6ab99ofac9eb796fal697ccehaf"
        + "85dff5kt78gf7ge7kz8ab9iuydz"
        + "a8uct6wu49y7agr5mz9d7awwzdf"
        + "37igc5ida6heefh9jjaag9gezcj"
        + "38ga9addddid9b7hch679hcecdi"
        + "76req68hh6vh9rp6rz8h97ujxcx"
        + "56kki5uc78wtaia9sz7cd8viycz"
        + "64ghg6wid6ijdcb6ikbf98xgkcz"
        + "6bc89adajlfc8a58cj977kbifbg"
        + "83coe6rp68tpcoc6ewdcm7revcv"
        + "55ffg5hi77wedsb9jz99baveyaz"
        + "56vfa5egj6yd7ff7izrbaafhz9i"
        + "649ih5jje7cee9e78gech9llzdf"
        + "47k977d7i8fbfhcahzl97cenidz"
        + "7ccb9ecbfdgc8959bz6987b9gef"
        + "76lse6ija8xe7hd69z6ba9jvzez"
        + "8hmkkhnmkjpb7ljddtidb1onrmr"
        + "56fda5fdf7hcfcb7fzba9adglal"
        + "48faf6lg78lbddi9afl859ndzel"
        + "47gcv6hk77zkedf9jz8baaldlbi"
        + "a999a9faiaeb886gaz577ljhhgf"
        + "96rid2sqp5ugogo9qygdnptiwdw"
        + "64rqe5hr76gebra6rzabfqutxhx"
        + "48n7m8pnl6rncdkb5ukk6bpptbt"
        + "26edh7uhqdwsfck9ezcaddugyfh"
        + "559cm5onl6rncmc9nukakapct9a";

    private static readonly byte[] _costs = [.. HalfBits.Select(digit => (byte)(char.IsAsciiDigit(digit) ? digit - '0' : digit - 'a' + 10))];

    /// <summary>The letter's number, <c>a</c> to <c>z</c>.</summary>
    public static int NumberOf(char letter) => letter - 'a' + 1;

    /// <summary>How unexpected one is after the other, in half bits.</summary>
    public static int Cost(int before, int after) => _costs[before * Symbols + after];
}
