using Moderation.Contracts;
using Moderation.Hosting.Sites;
using Moderation.Worker.Facts;
using Moderation.Worker.Learned;
using Moderation.Worker.Rules;
using Moderation.Worker.Rules.Desk;
using Moderation.Worker.Rules.Watching;

namespace Moderation.Worker;

/// <summary>Facts first, then the rules: the way every comment goes, submitted or only checked.</summary>
internal sealed class Pipeline(SiteList sites, FactReader facts, RulesetSource rules, DeskChanges desk, ModelsInForce models, MeasureModels measure)
{
    /// <param name="comment">The comment as it was submitted.</param>
    /// <param name="dryRun">Whether to count nothing.</param>
    /// <param name="onTrial">Rules to try in place of those in force.</param>
    public async Task<Judgement> JudgeAsync(CommentSubmitted comment, bool dryRun = false, Ruleset? onTrial = null)
    {
        var deskIsUnknown = onTrial is null && !await desk.AreKnownAsync();
        // One set for the whole way: it may be swapped in between.
        var ruleset = onTrial ?? rules.Current;
        var text = new CommentText(comment) { Model = models.For(comment.SiteId), Start = models.Start };
        if (!sites.TryGet(comment.SiteId, out var site))
        {
            return ruleset.Judge(new Draft(text, new KnownFacts { State = FactsState.UnknownSite }));
        }

        var known = await facts.ReadAsync(FactsQuery.Of(site, comment, text.Body, ruleset.Limits, dryRun));
        if (known.State is FactsState.Erased)
        {
            return Judgement.Erased;
        }

        var judgement = ruleset.Judge(new Draft(text, known, site, deskIsUnknown));
        if (!dryRun)
        {
            measure.Count(text);
        }

        return judgement;
    }
}
