using System.Globalization;
using System.Text;

namespace Moderation.Text.Tests.Disguises;

/// <summary>An address as chance makes it, in a disguise that chance picks.</summary>
internal sealed class RandomAddress
{
    private static readonly string[] _names = ["naam", "rahi", "koyal", "badal", "nadi", "tara99", "megh.malhar", "sagar_7", "dhoop2024", "kiran-k"];
    private static readonly string[] _domains =
        ["gmail.com", "yahoo.co.in", "outlook.com", "rediffmail.com", "hotmail.com", "example.com", "example.in", "example.org", "mail.example.co.in"];
    private static readonly string[] _invisible = ["\u200B", "\u200D", "\u2060", "\uFEFF", "\u00AD", "\u200E", "\u034F"];
    private static readonly string[] _ats =
        ["@", " @ ", "@ ", "\n@\n", " at ", " [at] ", "(at)", " (at the rate) ", " at the rate ", " AT THE RATE OF ", " एट ", " एट द रेट ", "&#64;", "%40", "&commat;", "%2540", "＠", "﹫", " <at> ", " attherate ", "{at}"];
    private static readonly string[] _dots = [".", " dot ", "[dot]", " (dot) ", " [.] ", " डॉट ", "&#46;", "%2E", "．", "。", " . ", " DOT "];

    private readonly Random _random;

    public RandomAddress(Random random)
    {
        _random = random;
        Name = Pick(_names);
        Domain = Pick(_domains);
        Text = Disguised();
    }

    public string Name { get; }

    public string Domain { get; }

    /// <summary>What is written.</summary>
    public string Text { get; }

    private string Disguised()
    {
        var sign = Pick(_ats);
        var dot = Pick(_dots);
        // "We met at home . In town": a word for the at wants a dot that ends no sentence.
        if (dot == " . " && sign is " at " or " एट ")
            dot = " dot ";
        var domain = _random.Next(3) == 0 ? Domain : Domain.Replace(".", dot, StringComparison.Ordinal);
        var text = Written(Name + sign + domain);
        // Some hide it twice.
        return _random.Next(4) == 0 ? Written(text) : text;
    }

    private string Written(string text) => _random.Next(8) switch
    {
        0 => string.Concat(text.EnumerateRunes().Select(rune => _random.Next(4) == 0 ? rune + Pick(_invisible) : rune.ToString())),
        1 => text.ToUpperInvariant(),
        2 => string.Concat(text.Select(FullWidth)),
        3 => string.Concat(text.Select(Mathematical)),
        4 => string.Concat(text.Select(unit => char.IsAsciiLetter(unit) && _random.Next(3) == 0 ? $"&#{(int)unit};" : unit.ToString())),
        // Nobody reads an entity with foreign letters in its name.
        5 when !text.Contains('&', StringComparison.Ordinal) => string.Concat(text.Select(LookAlike)),
        6 => string.Concat(text.Select(unit => (char.IsAsciiLetter(unit) || unit is '@' or '.') && _random.Next(4) == 0 ? $"%{(int)unit:X2}" : unit.ToString())),
        _ => text,
    };

    private static char FullWidth(char unit) => char.IsAsciiLetterLower(unit) ? (char)(unit + 0xFEE0) : unit;

    private static string Mathematical(char unit) => char.IsAsciiLetterLower(unit) ? new Rune(0x1D41A + unit - 'a').ToString() : unit.ToString();

    private static char LookAlike(char unit) => unit switch
    {
        'a' => 'а',
        'o' => 'о',
        'e' => 'е',
        'c' => 'с',
        'i' => 'і',
        _ => unit,
    };

    private string Pick(string[] all) => all[_random.Next(all.Length)];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}@{Domain} as {Text}");
}
