using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Queue;

/// <summary>A case on the desk. Public only because components and their parameters are.</summary>
public sealed class Card
{
    internal Card(Case filed) => Case = filed;

    internal Case Case { get; private set; }

    internal Guid Id => Case.Comment.CommentId;

    /// <summary>How the body will look when it is published, where that differs.</summary>
    internal PublicView? Published { get; init; }

    /// <summary>What it replies to, when that is on file.</summary>
    internal Case? Parent { get; init; }

    /// <summary>What became of the author's other comments.</summary>
    internal AuthorRecord? Record { get; init; }

    /// <summary>A decision is on its way to the database.</summary>
    internal bool IsBusy { get; private set; }

    /// <summary>Chosen for a decision on several at once.</summary>
    internal bool IsPicked { get; private set; }

    /// <summary>The fields for a note and a reason are open.</summary>
    internal bool IsNoting { get; private set; }

    internal string? Note { get; set; }

    internal string? Reason { get; set; }

    /// <summary>Why this card cannot be decided any more, such as that somebody was faster.</summary>
    internal string? Notice { get; private set; }

    /// <summary>That somebody else has it open just now, in words.</summary>
    internal string? OpenedBy { get; private set; }

    /// <summary>Counts the changes: a card is drawn again when there was one.</summary>
    internal int Version { get; private set; }

    internal void Begin() => Change(() => IsBusy = true);

    internal void End() => Change(() => IsBusy = false);

    internal void Pick(bool picked) => Change(() => IsPicked = picked);

    internal void TakeNotes(bool open) => Change(() => IsNoting = open);

    internal void OpenBy(string? words)
    {
        if (OpenedBy != words)
        {
            Change(() => OpenedBy = words);
        }
    }

    internal void Settle(string notice) => Change(() => (Notice, IsPicked, OpenedBy) = (notice, false, null));

    /// <summary>Shows how the case stands now, open to decisions again.</summary>
    internal void Follow(Case now) => Change(() => (Case, Notice, IsBusy) = (now, null, false));

    private void Change(Action change)
    {
        change();
        Version++;
    }
}
