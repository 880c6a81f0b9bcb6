using System.Net;
using System.Text;

namespace Moderation.Flow.Tests.Running;

/// <summary>An email address that chance made and disguised, with a name that stands nowhere else and that no disguise changes for good.</summary>
internal sealed class HiddenAddress
{
    private const string Letters = "bdfghjkmnpqrtvwz";
    private const int DeepestEscape = 4;

    private static readonly string[] _domains = ["gmail.com", "yahoo.co.in", "rediffmail.com", "example.com", "mail.example.co.in", "उदाहरण.भारत"];
    private static readonly string[] _signs = ["@", " @ ", "@\n", " [at] ", "(at)", " at the rate ", " AT THE RATE OF ", " एट द रेट ", "&#64;", "%40", "%2540", "&commat;", "＠", " attherate "];
    private static readonly string[] _dots = [".", " dot ", "[dot]", " (dot) ", " डॉट ", "&#46;", "%2E", "．"];
    private static readonly string[] _invisible = ["\u200B", "\u200D", "\u2060", "\u00AD", "\u200E"];

    public HiddenAddress(Random random)
    {
        Name = string.Concat(Enumerable.Range(0, 9).Select(_ => Letters[random.Next(Letters.Length)]));
        var dot = random.Next(2) == 0 ? "." : Pick(random, _dots);
        var text = Name + Pick(random, _signs) + Pick(random, _domains).Replace(".", dot, StringComparison.Ordinal);
        Text = random.Next(6) switch
        {
            0 => string.Concat(text.Select(unit => random.Next(4) == 0 ? unit + Pick(random, _invisible) : unit.ToString())),
            1 => text.ToUpperInvariant(),
            2 => string.Concat(text.Select(unit => char.IsAsciiLetterLower(unit) ? (char)(unit + 0xFEE0) : unit)),
            3 => string.Concat(text.Select(unit => char.IsAsciiLetter(unit) && random.Next(3) == 0 ? $"&#{(int)unit};" : unit.ToString())),
            _ => text,
        };
    }

    /// <summary>What is before the at sign, as it was before any disguise.</summary>
    public string Name { get; }

    /// <summary>As it is written.</summary>
    public string Text { get; }

    /// <summary>A text as a person reads it who knows every trick: escapes undone, compatibility forms folded, what is invisible gone.</summary>
    public static string Revealed(string text)
    {
        for (var depth = 0; depth < DeepestEscape; depth++)
        {
            text = WebUtility.HtmlDecode(Uri.UnescapeDataString(text));
        }

        var seen = string.Concat(text.EnumerateRunes().Where(rune => Rune.GetUnicodeCategory(rune) is not System.Globalization.UnicodeCategory.Format));
        return seen.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
    }

    public override string ToString() => $"{Name}, written {Text}";

    private static string Pick(Random random, string[] all) => all[random.Next(all.Length)];
}
