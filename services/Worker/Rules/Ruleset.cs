using System.Collections.Frozen;
using Moderation.Contracts;
using Moderation.Hosting;
using Moderation.Worker.Facts;
using Moderation.Worker.Rules.Loading;
using Moderation.Worker.Rules.Overlays;
using Moderation.Worker.Rules.Words;

namespace Moderation.Worker.Rules;

/// <summary>The rules of one directory: shared ones, and what single sites make of them. Immutable: share one among threads.</summary>
internal sealed class Ruleset(SiteRules shared, FrozenDictionary<string, SiteRules> sites, Limits limits)
{
    /// <summary>What the facts are counted by, the same on all sites.</summary>
    public Limits Limits => limits;

    /// <summary>Lower-case hex SHA-256 of the shared files' names and contents.</summary>
    public string Hash => shared.Hash;

    /// <summary>The sites that have a file of their own.</summary>
    public IEnumerable<string> Sites => sites.Keys;

    /// <summary>What of the desk's changes has no effect, or an unwanted one.</summary>
    public IReadOnlyList<RulesNotice> Notices { get; init; } = [];

    /// <summary>The word lists as the files have them, by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<WordEntry>> Lists { get; init; } = FrozenDictionary<string, IReadOnlyList<WordEntry>>.Empty;

    /// <summary>The changes of word lists that are carried out.</summary>
    public IReadOnlyList<ReadChange> WordChanges { get; init; } = [];

    /// <param name="directory">Holds <c>rules/*.yaml</c>, <c>rules/sites/*.yaml</c> and <c>words/*.txt</c>.</param>
    /// <exception cref="InvalidConfigurationException">A file is missing or wrong.</exception>
    public static Ruleset Read(string directory) => RulesetReader.Read(RuleFiles.Read(directory), RulesOverlay.Empty);

    /// <summary>The rules in force on a site.</summary>
    public SiteRules For(string siteId) => sites.GetValueOrDefault(siteId, shared);

    /// <summary>Judges a comment by the rules of its site.</summary>
    public Judgement Judge(Draft draft) => For(draft.Text.Comment.SiteId).Judge(draft);
}
