namespace Moderation.Dashboard.Authors;

/// <summary>An author as the API shows them.</summary>
internal sealed record AuthorAnswer(
    string Site, string? Key, string Name, string? Email, IReadOnlyList<string> Ranges, object Counts, DateTime FirstSeen, IEnumerable<object> LastComments,
    IEnumerable<StandingAnswer> Standings, IEnumerable<object> Notes)
{
    public static AuthorAnswer Of(AuthorProfile author) => new(
        author.SiteId,
        author.Key,
        author.Name,
        author.Email,
        author.Ranges,
        new { held = author.Held, approved = author.Approved, rejected = author.Rejected },
        author.FirstSeen.UtcDateTime,
        author.LastComments.Select(comment => new { comment.Id, comment.State, SubmittedAt = comment.SubmittedAt.UtcDateTime, comment.PageTitle, comment.Text }),
        author.Standings.Select(StandingAnswer.Of),
        author.Notes.Select(note => new { note.Note, note.WrittenBy, WrittenAt = note.WrittenAt.UtcDateTime }));
}

/// <summary>A standing as the API shows it: of an author or of a range.</summary>
internal sealed record StandingAnswer(string Site, string? Author, string? AuthorName, string? Range, string Standing, string? Note, string SetBy, DateTime SetAt)
{
    public static StandingAnswer Of(AuthorStanding standing) => new(
        standing.SiteId, standing.AuthorKey, standing.AuthorName, standing.Range, AuthorStanding.Word(standing.Standing), standing.Note, standing.SetBy, standing.SetAt.UtcDateTime);
}
