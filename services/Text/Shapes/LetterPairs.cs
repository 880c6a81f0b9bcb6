namespace Moderation.Text.Shapes;

/// <summary>
/// How unexpected a letter is after another in words of English and Hinglish, written with Latin letters.
/// </summary>
/// <remarks>
/// Made of 4,400 words: English and Hinglish ones listed for the purpose, with dropped vowels (<c>krna</c>, <c>rply</c>) and Indian
/// names among them, and those of this project's own texts, sample comments and word lists. Each counted 1 + ln(how often); the
/// probability of b after a is (n(ab) + 3 p(b)) / (n(a) + 3). A digit of base 36 is -2 log2 of that, so its unit is half a bit;
/// a row is the letter before (none, a to z), a column the letter after (none, a to z).
/// </remarks>
internal static class LetterPairs
{
    /// <summary>The number that stands for the edge of a word.</summary>
    public const int Edge = 0;

    private const int Symbols = 27;

    private const string HalfBits =
        "t9888a9a9bb998ab8f868cdalfh"
        + "6ab99ofac9fb796fal697cceiag"
        + "85dff5kt68gf7ge7kz7ab9iuyez"
        + "a8uct6vu49y7agr5mz9d79wvzdh"
        + "37igc5kda6jeefh9jjaah9gezcj"
        + "38fa9adddeie9b7hcg679icecej"
        + "76rfq68rg6vh9rp6ry8h97ujxdy"
        + "55kki5uc78wtaia9sz7bd8vizcz"
        + "54fhh6wic6ijdcb6ikbg99xgkcz"
        + "6cc89adajlgd8a58cj977jaigbg"
        + "83coe6qp68tpcoc6ewccm7revcw"
        + "45ffg5hh77wedsb9jz99bavdybz"
        + "56vfa5dgj6yd7gf7izrcaafhz9i"
        + "649ih5jje7cde9e78gech9llzde"
        + "57n967d7i9fbfic9hzk96cenidz"
        + "7ccb9fcbfdgc8959bz6987b9geg"
        + "75lse6ija8xe7hd69z6ba9jvzez"
        + "8hmkkhnmkjpb7ljddtidb1onrms"
        + "56hda5fdf7hcfbb7fzba9adhzaz"
        + "48faf6lg78lcddi9afl859ndzfz"
        + "47gcu6ik77zkedf9jz8baaydlbz"
        + "a999a9faiaec886gaz577ljhjhh"
        + "96qid2sqo5ugogo9qxfnnptiwcx"
        + "64rqd5gr76gfbqa7ryabfqutxgy"
        + "47n7l8onl8rnldke4ukk5apotau"
        + "16edh7thqdwsfcj9ezeadeugyfz"
        + "449ll5nmk6qmblj9mtjjjeobs89";

    private static readonly byte[] _costs = [.. HalfBits.Select(digit => (byte)(char.IsAsciiDigit(digit) ? digit - '0' : digit - 'a' + 10))];

    /// <summary>The letter's number, <c>a</c> to <c>z</c>.</summary>
    public static int NumberOf(char letter) => letter - 'a' + 1;

    /// <summary>How unexpected one is after the other, in half bits.</summary>
    public static int Cost(int before, int after) => _costs[before * Symbols + after];
}
