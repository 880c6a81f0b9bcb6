using Moderation.Worker.Rules.Conditions;
using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules;

/// <summary>Every condition there is, by the name it has in rule files.</summary>
internal static class All
{
    public static readonly IReadOnlyDictionary<string, ConditionReader> Conditions = new Dictionary<string, ConditionReader>(StringComparer.Ordinal)
    {
        ["all"] = (setting, context) => new AllOf(WhenReader.Each(setting, context)),
        ["any"] = (setting, context) => new AnyOf(WhenReader.Each(setting, context)),
        ["not"] = (setting, context) => new Not(WhenReader.Read(setting, context)),

        ["words"] = ListedWords.Read,

        ["links"] = LinkCount.Read,
        ["domain"] = LinkedDomain.Read,
        ["lookalike"] = LookalikeDomain.Read,
        ["misleading"] = MisleadingLink.Read,
        ["contact"] = ContactKinds.Read,

        ["length"] = Number.Of(draft => draft.Text.Shape.Characters),
        ["letters"] = Number.Of(draft => draft.Text.Shape.Letters),
        ["capitals"] = Number.Share(draft => draft.Text.Shape.Capitals),
        ["marks"] = Number.Of(draft => draft.Text.Shape.Marks),
        ["emoji"] = Number.Of(draft => draft.Text.Shape.Emoji),
        ["stacked"] = Number.Of(draft => draft.Text.Shape.StackedMarks),
        ["stretched"] = Number.Of(draft => draft.Text.Shape.LongestStretch),
        ["gibberish"] = Number.Share(draft => draft.Text.Gibberish),

        ["learned"] = Likelihood.Read,

        ["seen"] = TimesSeen.Of(facts => facts.SeenBefore),
        ["nearly-seen"] = TimesSeen.Of(facts => facts.NearlySeenBefore),
        ["too-fast"] = TooFast.Read,
        ["approved"] = Number.Of(draft => draft.HasFacts ? draft.Facts.Approved : null),
        ["rejected"] = Number.Of(draft => draft.HasFacts ? draft.Facts.Rejected : null),

        ["standing"] = InStanding.Read,

        ["trapped"] = Flag.Of(draft => draft.Text.Comment.Form is { Trapped: true }),
        ["form-seconds"] = Number.Of(draft => draft.Text.Comment.Form?.Seconds),

        ["name"] = AuthorName.Read,
        ["email"] = AuthorEmail.Read,
        ["address"] = FromAddress.Read,
        ["page"] = OnPage.Read,
        ["language"] = InLanguage.Read,
        ["has-email"] = Flag.Of(draft => !string.IsNullOrWhiteSpace(draft.Text.Comment.Author.Email)),
        ["has-url"] = Flag.Of(draft => !string.IsNullOrWhiteSpace(draft.Text.Comment.Author.Url)),
        ["is-reply"] = Flag.Of(draft => draft.Text.Comment.ParentId is not null),
    };
}
