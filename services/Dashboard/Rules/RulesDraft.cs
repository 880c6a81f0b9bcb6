using Moderation.Contracts;

namespace Moderation.Dashboard.Rules;

/// <summary>What somebody at the rules page has changed and not saved yet, on top of the version in force.</summary>
public sealed class RulesDraft(RulesVersion saved)
{
    private OverlayDifference? _difference;

    /// <summary>The version that the changes are made from.</summary>
    public RulesVersion Saved { get; private set; } = saved;

    /// <summary>All changes, those in force and the new ones.</summary>
    public RulesOverlay Overlay { get; private set; } = saved.Overlay;

    /// <summary>The new ones.</summary>
    public OverlayDifference Difference => _difference ??= OverlayEdits.Difference(Saved.Overlay, Overlay);

    public bool IsEmpty => Difference.Count == 0;

    public void Put(WordChange change) => Become(Overlay.With(change));

    public void Put(RuleChange change) => Become(change.Mode is null && change.Score is null ? Overlay.Without(change) : Overlay.With(change));

    /// <summary>An entry is as in the file again.</summary>
    public void TakeBack(WordChange change) => Become(Overlay.Without(change));

    /// <summary>Takes one of the new changes back: what it is about is as in the version in force.</summary>
    public void Undo(Edit<WordChange> edit) => Become(edit.Before is { } was ? Overlay.With(was) : Overlay.Without(edit.After!));

    /// <inheritdoc cref="Undo(Edit{WordChange})"/>
    public void Undo(Edit<RuleChange> edit) => Become(edit.Before is { } was ? Overlay.With(was) : Overlay.Without(edit.After!));

    /// <summary>Somebody saved: the new changes stay, on top of that.</summary>
    public void BaseOn(RulesVersion latest)
    {
        var overlay = OverlayEdits.Rebase(Saved.Overlay, Overlay, latest.Overlay);
        Saved = latest;
        Become(overlay);
    }

    /// <summary>Begins anew from a version.</summary>
    public void Discard(RulesVersion latest)
    {
        Saved = latest;
        Become(latest.Overlay);
    }

    private void Become(RulesOverlay overlay)
    {
        Overlay = overlay;
        _difference = null;
    }
}
