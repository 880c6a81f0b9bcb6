using System.Text;
using System.Text.RegularExpressions;

namespace Moderation.Worker.Rules;

/// <summary>
/// A sentence with <c>{placeholders}</c>. <c>{links|link|links}</c> is the first word when the number is one and the second otherwise.
/// </summary>
internal sealed partial class ReasonTemplate
{
    private readonly List<Part> _parts = [];

    private ReasonTemplate(string text) => Text = text;

    /// <summary>As it is written.</summary>
    public string Text { get; }

    public IEnumerable<string> Placeholders => _parts.Select(part => part.Placeholder).OfType<string>();

    public static ReasonTemplate Parse(string text)
    {
        var template = new ReasonTemplate(text);
        var at = 0;
        foreach (Match match in Placeholder().Matches(text))
        {
            template._parts.Add(new Part(text[at..match.Index], null, null, null));
            var names = match.Groups[1].Value.Split('|');
            template._parts.Add(new Part("", names[0], names.ElementAtOrDefault(1), names.ElementAtOrDefault(2)));
            at = match.Index + match.Length;
        }

        template._parts.Add(new Part(text[at..], null, null, null));
        return template;
    }

    public string Fill(Func<string, Told> told, bool hindi)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            if (part.Placeholder is null)
            {
                text.Append(part.Literal);
                continue;
            }

            var value = told(part.Placeholder);
            text.Append(part.One is null ? (hindi ? value.Hindi ?? value.English : value.English) : value.Number == 1 ? part.One : part.Many ?? part.One);
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    private sealed record Part(string Literal, string? Placeholder, string? One, string? Many);
}
