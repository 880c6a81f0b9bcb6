using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules.Conditions;

/// <summary>A comment in one of these languages, as the website says or else the site's own: <c>language: [hi, hi-Latn]</c>.</summary>
internal sealed class InLanguage(IReadOnlyList<string> languages) : ICondition
{
    public static ICondition Read(Setting setting, RuleContext context) => new InLanguage(setting.Texts());

    public bool? Holds(Draft draft) =>
        (draft.Text.Comment.Language ?? draft.Site?.Language) is { } language ? languages.Contains(language, StringComparer.OrdinalIgnoreCase) : null;
}
