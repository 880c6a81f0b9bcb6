using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Authors;

/// <summary>An author on one site: who left an email is known by its key, all others by the name they wrote.</summary>
internal sealed record AuthorProfile
{
    public required string SiteId { get; init; }

    /// <summary>Null for an author without an email: the comments are of everybody who wrote under this name.</summary>
    public required string? Key { get; init; }

    public required string Name { get; init; }

    public string? Email { get; init; }

    /// <summary>The address ranges around the comment that led here, the narrowest first.</summary>
    public required IReadOnlyList<string> Ranges { get; init; }

    public required long Held { get; init; }

    public required long Approved { get; init; }

    public required long Rejected { get; init; }

    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<PastComment> LastComments { get; init; }

    public required IReadOnlyList<AuthorStanding> Standings { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<AuthorNote> Notes { get; init; }

    public AuthorStanding? Own => Standings.FirstOrDefault(standing => standing.AuthorKey is not null);

    /// <summary>What finds all waiting comments of this author; null where a name is all there is, as others write under it too.</summary>
    public CaseQuery? Waiting => Key is null ? null : new() { State = CaseStates.Held, Site = SiteId, Author = Key };
}

/// <summary>One of an author's comments, in short.</summary>
internal sealed record PastComment(Guid Id, string State, DateTimeOffset SubmittedAt, string PageTitle, string Text);

/// <summary>What a moderator wrote about an author for the others.</summary>
internal sealed record AuthorNote(string Note, string WrittenBy, DateTimeOffset WrittenAt);
