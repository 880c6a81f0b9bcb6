using Moderation.Contracts;
using Moderation.Worker.Rules.Conditions;

namespace Moderation.Worker.Rules;

/// <summary>One thing to spot, as a rule file describes it. Pure: the same draft always gives the same finding, and nothing is changed.</summary>
internal sealed record Rule
{
    /// <summary>The placeholder for the words found.</summary>
    public const string WordsFound = "words";

    /// <summary>Stored data: never renamed.</summary>
    public required string Id { get; init; }

    public required RuleMode Mode { get; init; }

    public required ICondition When { get; init; }

    public required Scores Scores { get; init; }

    public required IReadOnlyList<string> Labels { get; init; }

    public required ReasonTemplate English { get; init; }

    /// <summary>Null when the reason is told in English only.</summary>
    public ReasonTemplate? Hindi { get; init; }

    /// <summary>What speaks for or against the comment, or null when the rule has nothing to say.</summary>
    public Finding? Evaluate(Draft draft) => When.Holds(draft) is true ? FindingOf(draft) : null;

    private Finding FindingOf(Draft draft)
    {
        var evidence = new Evidence();
        When.Explain(draft, evidence);
        var words = evidence.Words;
        var quoted = new Lazy<Told>(() => Quotes.Of(words));
        Told TellOf(string placeholder) => placeholder == WordsFound ? quoted.Value : evidence[placeholder];
        return new Finding
        {
            Rule = Id,
            Score = evidence.Probability is { } likely ? Math.Round(Scores.Of(words) * likely, 2) : Scores.Of(words),
            Probability = evidence.Probability is { } probability ? Math.Round(probability, 4) : null,
            Reason = English.Fill(TellOf, hindi: false),
            Translations = Hindi is null ? null : new Dictionary<string, string> { ["hi"] = Hindi.Fill(TellOf, hindi: true) },
            Labels = LabelsOf(words),
            Spans = evidence.Spans,
        };
    }

    /// <summary>Whether it looks for listed words, and may have a score for each severity.</summary>
    public bool HasWords => Spoken(When).Any(condition => condition is ListedWords);

    /// <summary>Whether it looks for nothing else.</summary>
    public bool HasOnlyWords => HasWords && IsOnlyAboutWords(When);

    /// <summary>Whether all that a model has to say in it was learned of the site's own moderators.</summary>
    public bool IsLearnedHere(CommentText text) => Spoken(When).All(condition => condition.Learned is not { } head || text.IsLearnedHere(head));

    /// <summary>The conditions that may tell something: what stands under <c>not</c> never does.</summary>
    public static IEnumerable<ICondition> Spoken(ICondition condition) => condition.Parts.SelectMany(Spoken).Prepend(condition);

    // A word's own labels say better what it is than those of a rule that is about nothing but words.
    private IReadOnlyList<string> LabelsOf(IReadOnlyList<FoundWord> words)
    {
        if (words.Count == 0)
        {
            return Labels;
        }

        var ofWords = words.SelectMany(word => word.Entry.Labels.Count > 0 ? word.Entry.Labels : Labels);
        return [.. (IsOnlyAboutWords(When) ? ofWords : Labels.Concat(ofWords)).Distinct()];
    }

    private static bool IsOnlyAboutWords(ICondition condition) =>
        condition is ListedWords or Not || (condition.Parts.Count > 0 && condition.Parts.All(IsOnlyAboutWords));
}
