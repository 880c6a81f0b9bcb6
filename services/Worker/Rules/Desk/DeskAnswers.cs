using Moderation.Contracts;
using Moderation.Hosting.Sites;
using Moderation.Worker.Learned;
using Moderation.Worker.Rules.Overlays;
using Moderation.Worker.Rules.Watching;
using Moderation.Worker.Rules.Words;
using Moderation.Worker.Trials;

namespace Moderation.Worker.Rules.Desk;

/// <summary>What the rules page wants to know of the rules.</summary>
internal sealed class DeskAnswers(RulesetSource rules, RulesOnTrial trials, DeskChanges desk, Pipeline pipeline, SiteList sites, ModelsInForce models)
{
    private const int MostEntries = 500;
    private const int MostChanges = 50;

    public RulesAnswered To(RulesAsked asked)
    {
        var ruleset = rules.Current;
        var ofSite = ruleset.For(asked.Site ?? "");
        return new RulesAnswered
        {
            FilesOnly = desk.FilesOnly,
            Stamp = desk.Stamp,
            Ruleset = ofSite.Hash,
            HoldFrom = ofSite.Bands.Hold,
            RejectFrom = ofSite.Bands.Reject,
            Rules = [.. ofSite.Filed.Select(Describe)],
            Lists =
            [
                .. ruleset.Lists.OrderBy(list => list.Key, StringComparer.Ordinal).SelectMany(list => WordList.Languages.Select(language => new WordListDescription
                {
                    Name = list.Key,
                    Language = language,
                    Entries = list.Value.Count(entry => entry.Language == language),
                    IsInnocent = list.Key == WordList.Innocent,
                })),
            ],
            SitesWithFiles = [.. rules.Files.Sites.Keys.Order(StringComparer.Ordinal)],
            Notices = ruleset.Notices,
            Fault = rules.Fault,
        };
    }

    public WordsAnswered To(WordsAsked asked)
    {
        var list = rules.Current.Lists.TryGetValue(asked.List, out var entries) ? entries : [];
        var found = list
            .Where(entry => entry.Language == asked.Language)
            .Where(entry => string.IsNullOrWhiteSpace(asked.Phrase) || entry.Text.Contains(asked.Phrase.Trim(), StringComparison.OrdinalIgnoreCase))
            .ToList();
        return new WordsAnswered
        {
            Total = found.Count,
            Entries = [.. found.Skip(Math.Max(0, asked.Skip)).Take(Math.Clamp(asked.Take, 0, MostEntries)).Select(entry => new ListedEntry
            {
                Entry = entry.Text,
                Severity = entry.IsInnocent ? "allow" : entry.Severity.InEnglish(),
                Labels = entry.Labels,
            })],
        };
    }

    public async Task<VerdictAnswered> ToAsync(VerdictAsked asked)
    {
        var onTrial = asked.Overlay is { } overlay ? trials.With(overlay) : null;
        var (outcome, verdict) = await pipeline.JudgeAsync(asked.Comment, dryRun: true, onTrial);
        var bands = (onTrial ?? rules.Current).For(asked.Comment.SiteId).Bands;
        return new VerdictAnswered { Outcome = Spelled(outcome), Verdict = verdict, HoldFrom = bands.Hold, RejectFrom = bands.Reject };
    }

    public PreviewAnswered To(PreviewAsked asked)
    {
        var after = trials.With(asked.Overlay);
        var backtest = new Backtest(new RuleTrial(rules.Current, sites), new RuleTrial(after, sites), MostChanges, models.For);
        foreach (var comment in asked.Comments)
        {
            backtest.Add(TrialComment.Of(comment));
        }

        return new PreviewAnswered
        {
            Counts =
            [
                .. from before in Enum.GetValues<Outcome>()
                   from now in Enum.GetValues<Outcome>()
                   where backtest.CountOf(before, now) > 0
                   select new OutcomeCount { From = Spelled(before), To = Spelled(now), Count = (int)backtest.CountOf(before, now) },
            ],
            Changes = [.. backtest.Changes.Select(Changed)],
            Hits = AddedEntries.Hits(after, asked.Approved),
            Notices = [.. after.Notices, .. AddedEntries.Review(after)],
            Ruleset = after.Hash,
        };
    }

    private static ChangedComment Changed(Change change) => new()
    {
        CommentId = change.Comment.CommentId,
        From = Spelled(change.Before.Outcome),
        To = Spelled(change.After.Outcome),
        ScoreBefore = change.Before.Verdict.Score,
        Verdict = change.After.Verdict,
        Rules = [.. change.Differences.Select(difference => difference.Rule)],
    };

    private static RuleDescription Describe(Rule rule) => new()
    {
        Id = rule.Id,
        Mode = RuleChanges.NameOf(rule.Mode),
        Score = new RuleScores { Mild = rule.Scores.Mild, Strong = rule.Scores.Strong, Severe = rule.Scores.Severe },
        HasWords = rule.HasWords,
        HasOnlyWords = rule.HasOnlyWords,
        Labels = rule.Labels,
        Reason = rule.English.Text,
        Translations = rule.Hindi is null ? null : new Dictionary<string, string> { ["hi"] = rule.Hindi.Text },
    };

    private static string Spelled(Outcome outcome) => outcome switch
    {
        Outcome.Approve => "approve",
        Outcome.Hold => "hold",
        _ => "reject",
    };
}
