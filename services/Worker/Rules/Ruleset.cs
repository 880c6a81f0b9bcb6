using Moderation.Contracts;
using Moderation.Hosting;
using Moderation.Worker.Facts;

namespace Moderation.Worker.Rules;

/// <summary>The rules in force, as the files of one directory set them.</summary>
internal sealed class Ruleset
{
    private readonly IReadOnlyList<IRule> _rules;
    private readonly Bands _bands;

    private Ruleset(IReadOnlyList<IRule> rules, Bands bands, Limits limits, string hash)
    {
        (_rules, _bands) = (rules, bands);
        (Limits, Hash) = (limits, hash);
    }

    /// <summary>What the facts are counted by.</summary>
    public Limits Limits { get; }

    /// <summary>Lower-case hex SHA-256 of the files' names and contents.</summary>
    public string Hash { get; }

    /// <param name="directory">Holds <c>rules/rules.yaml</c> and <c>words/*.txt</c>.</param>
    /// <exception cref="InvalidConfigurationException">A file is missing or wrong.</exception>
    public static Ruleset Read(string directory)
    {
        var files = RuleFiles.Read(directory);
        var file = RuleFile.Parse(files.Rules);
        var rules = All.Rules(file, [.. files.Words.SelectMany(WordList.Parse)]);
        var bands = Bands.From(file.Bands);
        var limits = LimitsOf(file);
        file.RefuseWhatNobodyRead();
        return new Ruleset(rules, bands, limits, files.Hash);
    }

    /// <summary>Evaluates every rule, never only the first that speaks, and adds up the scores.</summary>
    public Judgement Judge(Draft draft)
    {
        var findings = _rules.Select(rule => rule.Evaluate(draft)).OfType<Finding>().ToList();
        var missing = _bands.Hold - findings.Sum(finding => finding.Score);
        if ((LimitsDegraded.Evaluate(draft, missing) ?? UnknownSite.Evaluate(draft, missing)) is { } degraded)
        {
            findings.Add(degraded);
        }

        var score = findings.Sum(finding => finding.Score);
        return new Judgement(_bands.Of(score), new Verdict { Score = score, Findings = findings, Ruleset = Hash });
    }

    private static Limits LimitsOf(RuleFile file)
    {
        var settings = file.Rule(nameof(PostingTooFast));
        var rate = new Rate(settings.Positive("burst"), settings.Duration("interval"));
        var repeats = file.Rule(nameof(RepeatedText));
        return new Limits
        {
            Rates = new Dictionary<RateDimensions, Rate> { [RateDimensions.Address] = rate, [RateDimensions.Email] = rate },
            RepeatWindow = repeats.Duration("window"),
            ShortestRepeat = repeats.Count("minimumLength"),
        };
    }
}
