using BenchmarkDotNet.Attributes;
using Moderation.Contracts;
using Moderation.Learning;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules;

namespace Moderation.Benchmarks.Rules;

/// <summary>
/// What one rule costs a comment of 200 characters. Rules share what they read: words, links and contacts are looked for once,
/// for whichever rule asks first.
/// </summary>
[MemoryDiagnoser]
public class EachRuleBenchmark
{
    /// <summary>Stands for no rule: the views, which every comment needs.</summary>
    private const string None = "(views only)";

    private static readonly Ruleset _ruleset = Ruleset.Read(Repository.Seeds);

    private readonly CommentSubmitted[] _comments = SampleComments.All();
    private readonly Model _model = SampleModel.Made();
    private Worker.Rules.Rule? _rule;
    private Draft[] _read = [];

    [ParamsSource(nameof(Rules))]
    public string Rule { get; set; } = None;

    public static IEnumerable<string> Rules =>
        _ruleset.For("demo").Rules.Where(rule => rule.Mode is not RuleMode.Off).Select(rule => rule.Id).Prepend(None);

    [GlobalSetup]
    public void Choose()
    {
        _rule = _ruleset.For("demo").Rules.FirstOrDefault(rule => rule.Id == Rule);
        _read = [.. _comments.Select(DraftOf)];
    }

    /// <summary>The rule as the only one there is: the views, and all that it wants to be read.</summary>
    [Benchmark(Description = "Alone", OperationsPerInvoke = SampleComments.Count)]
    public int Alone()
    {
        var found = 0;
        foreach (var comment in _comments)
        {
            found += Evaluate(DraftOf(comment));
        }

        return found;
    }

    /// <summary>The rule after others have read all it needs: its own conditions, and its finding if it has one.</summary>
    [Benchmark(Description = "After others", OperationsPerInvoke = SampleComments.Count)]
    public int AfterOthers()
    {
        var found = 0;
        foreach (var draft in _read)
        {
            found += Evaluate(draft);
        }

        return found;
    }

    private Draft DraftOf(CommentSubmitted comment) => new(new CommentText(comment) { Model = _model }, KnownFacts.Nothing);

    private int Evaluate(Draft draft) => _rule is null ? draft.Text.Body.Text.Length : _rule.Evaluate(draft) is null ? 0 : 1;
}
