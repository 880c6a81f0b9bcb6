using System.Text.Json;
using System.Text.Json.Serialization;
using Moderation.Contracts;
using Moderation.Worker;
using Moderation.Worker.Checks;
using Moderation.Worker.Trials;

namespace Moderation.Standalone.Trials;

/// <summary>A backtest as one JSON document.</summary>
internal sealed record BacktestDocument(
    RulesFolder Before,
    RulesFolder After,
    string Source,
    string Facts,
    long Comments,
    long Changed,
    IReadOnlyList<BacktestDocument.OutcomeCount> Outcomes,
    IReadOnlyList<BacktestDocument.RuleCount> Rules,
    IReadOnlyList<BacktestDocument.ChangedComment> Changes)
{
    public static readonly JsonSerializerOptions Json = new(CheckAnswer.Json) { WriteIndented = true };

    public static BacktestDocument Of(BacktestReport report)
    {
        var backtest = report.Backtest;
        var outcomes = Enum.GetValues<Outcome>();
        return new BacktestDocument(
            report.Before,
            report.After,
            report.Comments,
            report.Facts,
            backtest.Comments,
            backtest.Changed,
            [.. outcomes.SelectMany(from => outcomes.Select(to => new OutcomeCount(from, to, backtest.CountOf(from, to))))],
            [.. backtest.Rules.Select(rule => new RuleCount(rule, backtest.Before[rule], backtest.After[rule]))],
            [.. backtest.Changes.Select(Of)]);
    }

    private static ChangedComment Of(Change change) => new(
        change.Trial.Id,
        change.Trial.Line == 0 ? null : change.Trial.Line,
        change.Comment.SiteId,
        change.Comment.Body,
        new Side(change.Before.Outcome, change.Before.Verdict.Score),
        new Side(change.After.Outcome, change.After.Verdict.Score),
        [.. change.Differences.Select(difference => new RuleDifference(difference.Rule, difference.Before, difference.After))]);

    internal sealed record OutcomeCount(Outcome Before, Outcome After, long Count);

    /// <summary>A side is left out when the rule is off there, or unknown.</summary>
    internal sealed record RuleCount(string Rule, Spoken? Before, Spoken? After);

    /// <summary>The line is that of the file; a stored comment has none.</summary>
    internal sealed record ChangedComment(
        [property: JsonConverter(typeof(RawJson))] string? Id, long? Line, string Site, string Body, Side Before, Side After, IReadOnlyList<RuleDifference> Differences);

    internal sealed record Side(Outcome Outcome, double Score);

    /// <summary>A side is left out when the rule is silent there.</summary>
    internal sealed record RuleDifference(string Rule, Finding? Before, Finding? After);
}
