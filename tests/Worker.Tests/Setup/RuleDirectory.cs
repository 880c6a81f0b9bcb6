using Moderation.Worker.Rules;

namespace Moderation.Worker.Tests.Setup;

/// <summary>Rule files of a test's own.</summary>
internal sealed class RuleDirectory : IDisposable
{
    public const string Rules =
        """
        bands: { hold: 5, reject: 10 }
        rules:
          BannedWords: { mild: 3, strong: 5, severe: 10 }
          TooManyLinks: { score: 5, limit: 2 }
          RepeatedText: { score: 5, limit: 1, window: 24h, minimumLength: 12 }
          PostingTooFast: { score: 5, burst: 5, interval: 10s }
          NewAuthorWithLink: { score: 5 }
        """;

    public const string Words =
        """
        # invented words
        blorb | mild | profanity
        snarf
        wug wug | severe | hate threat
        कटुशब्द | strong | abuse
        """;

    public RuleDirectory(string rules = Rules, string words = Words)
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "rules"));
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "words"));
        File.WriteAllText(RulesFile, rules);
        File.WriteAllText(WordsFile, words);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("rules-").FullName;

    public string RulesFile => System.IO.Path.Combine(Path, "rules", "rules.yaml");

    public string WordsFile => System.IO.Path.Combine(Path, "words", "words.txt");

    public static Ruleset Read(string rules = Rules, string words = Words)
    {
        using var directory = new RuleDirectory(rules, words);
        return Ruleset.Read(directory.Path);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
