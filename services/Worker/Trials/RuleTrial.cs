using Moderation.Hosting;
using Moderation.Hosting.Sites;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules;

namespace Moderation.Worker.Trials;

/// <summary>A rules directory that judges comments outside of the service: no server is asked and nothing is counted.</summary>
internal sealed class RuleTrial(Ruleset ruleset, SiteList sites)
{
    /// <summary>The hash that names the shared rules in verdicts.</summary>
    public string Hash => ruleset.Hash;

    /// <param name="directory">As <see cref="Ruleset.Read"/> takes it.</param>
    /// <param name="sites">The sites there are.</param>
    /// <exception cref="InvalidConfigurationException">A file is missing or wrong.</exception>
    public static RuleTrial Read(string directory, SiteList sites) => new(Ruleset.Read(directory), sites);

    /// <summary>The rules in force on a site.</summary>
    public SiteRules For(string siteId) => ruleset.For(siteId);

    /// <summary>The verdict that the comment would get, were this known of it.</summary>
    public Judgement Judge(CommentText text, KnownFacts facts) => sites.TryGet(text.Comment.SiteId, out var site)
        ? ruleset.Judge(new Draft(text, facts, site))
        : ruleset.Judge(new Draft(text, facts with { State = FactsState.UnknownSite }));
}
