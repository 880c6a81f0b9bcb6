using Moderation.Worker.Rules;

namespace Moderation.Worker.Tests.Setup;

/// <summary>Rule files of a test's own.</summary>
internal sealed class RuleDirectory : IDisposable
{
    public const string Rules =
        """
        bands: { hold: 5, reject: 10 }
        limits:
          rates: { address: { burst: 5, interval: 10s }, email: { burst: 5, interval: 10s } }
          repeats: { window: 24h, minimumLength: 12 }
        rules:
          - id: BannedWords
            when: { words: abuse }
            score: { mild: 3, strong: 5, severe: 10 }
            labels: [abuse]
            reason: { en: "Banned words: {words}." }
          - id: TooManyLinks
            when: { links: "> 2" }
            score: 5
            labels: [links]
            reason: { en: "{links} {links|link|links}; the limit is {links-limit}.", hi: "{links} लिंक; सीमा {links-limit} है।" }
          - id: RepeatedText
            when: { seen: "> 1" }
            score: 5
            labels: [repeat]
            reason: { en: "The same text was already sent {seen} {seen|time|times} within {window}; the limit is {seen-limit}." }
          - id: PostingTooFast
            when: { too-fast: true }
            score: 5
            labels: [flood]
            reason: { en: "Comments {from} come too fast; the limit is {rate}." }
          - id: NewAuthorWithLink
            when: { links: "> 0", approved: 0 }
            score: 5
            labels: [new-author, links]
            reason: { en: "A link from an author of whom nothing has been approved yet." }
        """;

    public const string Words =
        """
        # invented words
        blorb | mild | profanity
        snarf
        wug wug | severe | hate threat
        """;

    public const string HindiWords = "कटुशब्द | strong | abuse";

    public RuleDirectory(string rules = Rules, string words = Words)
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "rules", "sites"));
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "words"));
        File.WriteAllText(RulesFile, rules);
        File.WriteAllText(WordsFile, words);
        File.WriteAllText(System.IO.Path.Combine(Path, "words", "abuse.hi.txt"), HindiWords);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("rules-").FullName;

    public string RulesFile => System.IO.Path.Combine(Path, "rules", "rules.yaml");

    public string WordsFile => System.IO.Path.Combine(Path, "words", "abuse.en.txt");

    /// <summary>Bands and limits, and the given rules.</summary>
    public static string With(string rules) => Rules[..Rules.IndexOf("rules:\n", StringComparison.Ordinal)] + rules;

    public string SiteFile(string site) => System.IO.Path.Combine(Path, "rules", "sites", $"{site}.yaml");

    public static Ruleset Read(string rules = Rules, string words = Words)
    {
        using var directory = new RuleDirectory(rules, words);
        return Ruleset.Read(directory.Path);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
