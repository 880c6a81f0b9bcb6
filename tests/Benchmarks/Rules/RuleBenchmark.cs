using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using Moderation.Contracts;
using Moderation.Hosting.Sites;
using Moderation.Learning;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules;

namespace Moderation.Benchmarks.Rules;

/// <summary>The worker's work on a comment of 200 characters, beside a compiled regular expression of the same words.</summary>
[MemoryDiagnoser]
public class RuleBenchmark
{
    private readonly CommentSubmitted[] _comments = SampleComments.All();
    private readonly Ruleset _ruleset = Ruleset.Read(Repository.Seeds);
    private readonly Ruleset _withoutLearned = LearnedRules.Without();
    private readonly Model _model = SampleModel.Made();
    private readonly Regex _words = ListedTexts.Alternation();

    private readonly Site _site = new()
    {
        Id = "demo",
        Name = "demo",
        Language = "hi",
        Origins = [],
        ClosedPages = new HashSet<string>(),
        Secret = "demo-secret",
    };

    /// <summary>The yardstick: whether and where one of the words is in the text, and nothing else.</summary>
    [Benchmark(Baseline = true, Description = "Regex of the words", OperationsPerInvoke = SampleComments.Count)]
    public int Words()
    {
        var found = 0;
        foreach (var comment in _comments)
        {
            found += _words.Count(comment.Body);
        }

        return found;
    }

    /// <summary>Views, all rules and the verdict, with the facts given.</summary>
    [Benchmark(Description = "All rules", OperationsPerInvoke = SampleComments.Count)]
    public double Rules()
    {
        var score = 0.0;
        foreach (var comment in _comments)
        {
            score += _ruleset.Judge(new Draft(new CommentText(comment) { Model = _model }, KnownFacts.Nothing)).Verdict.Score;
        }

        return score;
    }

    /// <summary>The same without those that ask a model.</summary>
    [Benchmark(Description = "Without the learned ones", OperationsPerInvoke = SampleComments.Count)]
    public double WithoutLearned()
    {
        var score = 0.0;
        foreach (var comment in _comments)
        {
            score += _withoutLearned.Judge(new Draft(new CommentText(comment), KnownFacts.Nothing)).Verdict.Score;
        }

        return score;
    }

    /// <summary>The same, and the keyed hashes that facts are looked up under: all a worker computes for a comment.</summary>
    [Benchmark(Description = "All rules and keys", OperationsPerInvoke = SampleComments.Count)]
    public double RulesAndKeys()
    {
        var score = 0.0;
        foreach (var comment in _comments)
        {
            var text = new CommentText(comment) { Model = _model };
            var query = FactsQuery.Of(_site, comment, text.Body, _ruleset.Limits, dryRun: false);
            score += _ruleset.Judge(new Draft(text, KnownFacts.Nothing)).Verdict.Score + query.SiteId.Length;
        }

        return score;
    }
}
