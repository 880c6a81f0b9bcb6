using System.Text.RegularExpressions;
using BenchmarkDotNet.Attributes;
using Moderation.Contracts;
using Moderation.Hosting.Sites;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules;
using Moderation.Worker.Rules.Loading;
using Moderation.Worker.Rules.Words;

namespace Moderation.Benchmarks.Rules;

/// <summary>The worker's work on a comment of 200 characters, beside a compiled regular expression of the same words.</summary>
[MemoryDiagnoser]
public class RuleBenchmark
{
    private const int PerLanguage = 8;
    private const int Comments = 3 * PerLanguage;
    private const int Length = 200;

    private readonly CommentSubmitted[] _comments =
        [.. SampleTexts.Cut(PerLanguage, Length, _ => true).Select(Comment)];

    private readonly Ruleset _ruleset = Ruleset.Read(Repository.Seeds);
    private readonly Regex _words = new(Alternation(), RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

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
    [Benchmark(Baseline = true, Description = "Regex of the words", OperationsPerInvoke = Comments)]
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
    [Benchmark(Description = "All rules", OperationsPerInvoke = Comments)]
    public double Rules()
    {
        var score = 0.0;
        foreach (var comment in _comments)
        {
            score += _ruleset.Judge(new Draft(new CommentText(comment), KnownFacts.Nothing)).Verdict.Score;
        }

        return score;
    }

    /// <summary>The same, and the keyed hashes that facts are looked up under: all a worker computes for a comment.</summary>
    [Benchmark(Description = "All rules and keys", OperationsPerInvoke = Comments)]
    public double RulesAndKeys()
    {
        var score = 0.0;
        foreach (var comment in _comments)
        {
            var text = new CommentText(comment);
            var query = FactsQuery.Of(_site, comment, text.Body, _ruleset.Limits, dryRun: false);
            score += _ruleset.Judge(new Draft(text, KnownFacts.Nothing)).Verdict.Score + query.SiteId.Length;
        }

        return score;
    }

    // .NET's \b does not know Devanagari signs.
    private static string Alternation()
    {
        var words = RuleFiles.Read(Repository.Seeds).Words.SelectMany(file => WordList.Parse(file).Entries).Where(entry => !entry.IsInnocent).Select(entry => Regex.Escape(entry.Text)).Distinct();
        return $@"(?<![\p{{L}}\p{{M}}\p{{N}}])(?:{string.Join('|', words)})(?![\p{{L}}\p{{M}}\p{{N}}])";
    }

    private static CommentSubmitted Comment(string body) => new()
    {
        CommentId = Guid.CreateVersion7(),
        SiteId = "demo",
        Page = new Page { Id = "1", Url = "http://localhost/", Title = "1" },
        Author = new Author { Name = "Ek Pathak", Email = "pathak@example.org" },
        Body = body,
        Client = new Client { Ip = "192.0.2.1" },
        SubmittedAt = DateTimeOffset.UnixEpoch,
    };
}
