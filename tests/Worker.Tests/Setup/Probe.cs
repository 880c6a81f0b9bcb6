using Moderation.Worker.Rules;

namespace Moderation.Worker.Tests.Setup;

/// <summary>A ruleset of one rule.</summary>
internal static class Probe
{
    public const string Id = "Probe";

    /// <param name="when">What stands under <c>when</c>, in one line.</param>
    /// <param name="reason">Its reason in English.</param>
    /// <param name="lists">What stands under <c>lists</c>, in one line.</param>
    public static Ruleset When(string when, string reason = "Probed.", string lists = "{}") => RuleDirectory.Read(RuleDirectory.With(
        $$"""
        lists: {{lists}}
        rules:
          - id: {{Id}}
            when: {{when}}
            score: 5
            labels: [spam]
            reason: { en: "{{reason}}" }
        """));
}
