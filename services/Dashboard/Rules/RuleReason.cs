using System.Text.RegularExpressions;
using Moderation.Contracts;
using Moderation.Dashboard.Localisation;

namespace Moderation.Dashboard.Rules;

/// <summary>What a rule is about: the reason that it gives, with blanks for what it fills in.</summary>
internal static partial class RuleReason
{
    public static string Of(RuleDescription rule) => Blanks().Replace(rule.Translations?.GetValueOrDefault(Languages.Current) ?? rule.Reason, "…");

    // Several blanks in a row are one, and none has a full stop behind it.
    [GeneratedRegex(@"(\{[^{}]*\}\s*)*\{[^{}]*\}[.।]?", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
