using System.Text.Json;
using Moderation.Contracts;

namespace Moderation.Worker.Rules.Overlays;

/// <summary>What of an overlay has a part in verdicts, always written the same way: it goes into the ruleset's hash.</summary>
internal static class OverlayText
{
    /// <summary>Empty when nothing is changed for the site.</summary>
    /// <param name="overlay">The changes.</param>
    /// <param name="site">Null for the rules that all sites share.</param>
    public static string Of(RulesOverlay overlay, string? site) => Of(overlay, named => named is null || named == site);

    /// <summary>Of all sites.</summary>
    public static string Of(RulesOverlay overlay) => Of(overlay, _ => true);

    private static string Of(RulesOverlay overlay, Func<string?, bool> isMeant)
    {
        // Neither who changed it nor when.
        var words = overlay.Words.Where(change => isMeant(change.Site)).Select(change => change with { By = null, At = null }).Select(Line).Order(StringComparer.Ordinal);
        var rules = overlay.Rules.Where(change => isMeant(change.Site)).Select(change => change with { By = null, At = null }).Select(Line).Order(StringComparer.Ordinal);
        return string.Join('\n', words.Concat(rules));

        static string Line<T>(T change) => JsonSerializer.Serialize(change, JsonSerializerOptions.Web);
    }
}
