using Moderation.Contracts;
using Moderation.Worker.Rules.Loading;
using Moderation.Worker.Rules.Overlays;
using Moderation.Worker.Rules.Watching;

namespace Moderation.Worker.Rules.Desk;

/// <summary>
/// Rulesets with changes that are not in force. Making one takes a while, a preview asks for the same one again and again, and what was
/// looked at is often saved next: so the last are kept.
/// </summary>
internal sealed class RulesOnTrial(RulesetSource rules)
{
    private const int Kept = 2;
    private readonly Lock _gate = new();
    private readonly LinkedList<(RuleFiles Files, string Overlay, Lazy<Ruleset> Ruleset)> _kept = [];

    public Ruleset With(RulesOverlay overlay) => With(overlay, rules.Files);

    /// <summary>Puts the ruleset with these changes in force.</summary>
    public void PutInForce(RulesOverlay overlay)
    {
        var files = rules.Files;
        rules.Take(overlay, files, With(overlay, files));
    }

    private Ruleset With(RulesOverlay overlay, RuleFiles files)
    {
        var text = OverlayText.Of(overlay);
        Lazy<Ruleset> wanted;
        lock (_gate)
        {
            var known = _kept.FirstOrDefault(kept => ReferenceEquals(kept.Files, files) && kept.Overlay == text);
            wanted = known.Ruleset ?? new Lazy<Ruleset>(() => RulesetReader.Read(files, overlay));
            _kept.Remove(known);
            _kept.AddFirst((files, text, wanted));
            while (_kept.Count > Kept)
            {
                _kept.RemoveLast();
            }
        }

        return wanted.Value;
    }
}
