using System.Text.RegularExpressions;
using Moderation.Text.Phrases;
using Moderation.Worker.Rules.Loading;
using Moderation.Worker.Rules.Words;

namespace Moderation.Benchmarks.Rules;

/// <summary>What the word lists hold.</summary>
internal static partial class ListedTexts
{
    public static IEnumerable<WordEntry> Entries() => RuleFiles.Read(Repository.Seeds).Words.SelectMany(file => WordList.Parse(file).Entries);

    /// <summary>The lists' matcher, as the rules have it.</summary>
    public static PhraseMatcher Matcher() =>
        new([.. Entries().Select(entry => new Phrase(entry.Text, entry.Language, entry.IsInnocent)).Distinct()]);

    /// <summary>
    /// One regular expression of the listed words, without the signs that only our lists know (<c>* + =</c>); a phrase with a gap is its parts.
    /// </summary>
    public static Regex Alternation()
    {
        var words = Entries()
            .Where(entry => !entry.IsInnocent)
            .SelectMany(entry => Signs().Replace(entry.Text, "").Split(" ... ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Distinct()
            .Select(Regex.Escape);
        // .NET's \b does not know Devanagari signs.
        return new Regex(
            $@"(?<![\p{{L}}\p{{M}}\p{{N}}])(?:{string.Join('|', words)})(?![\p{{L}}\p{{M}}\p{{N}}])",
            RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    [GeneratedRegex("[*+=]")]
    private static partial Regex Signs();
}
