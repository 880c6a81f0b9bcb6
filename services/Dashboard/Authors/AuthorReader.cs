using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.SignIn;
using Moderation.Hosting.Sites;

namespace Moderation.Dashboard.Authors;

/// <summary>Puts together what the desk knows of the author of a comment.</summary>
internal sealed class AuthorReader([FromKeyedServices(DashboardModule.Name)] DbDataSource database, AuthorStandings standings, AuthorNotes notes)
{
    private const int MostComments = 20;
    private const string WithKey = "site_id = @siteId AND author_key = @key";
    private const string WithName = "site_id = @siteId AND author_key IS NULL AND author_name = @name AND erased_at IS NULL";

    /// <returns>Null when there is no such comment on a site in the scope, or its author was erased.</returns>
    public async Task<AuthorProfile?> OfAsync(Guid commentId, SiteScope scope, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            "SELECT site_id AS siteId, author_key AS key, author_name AS name, author_email AS email, comment FROM cases WHERE id = @id AND erased_at IS NULL",
            new { id = commentId.ToString() },
            cancellationToken: cancellationToken));
        if (row is null || !scope.Covers(row.SiteId))
        {
            return null;
        }

        var filter = row.Key is null ? WithName : WithKey;
        var parameters = new { siteId = row.SiteId, key = row.Key, name = row.Name };
        var counts = (await connection.QueryAsync<Count>(new CommandDefinition(
            $"SELECT state, count(*) AS number, min(submitted_at) AS first FROM cases WHERE {filter} GROUP BY state", parameters, cancellationToken: cancellationToken)))
            .ToDictionary(count => count.State, StringComparer.Ordinal);
        var last = await connection.QueryAsync<CommentRow>(new CommandDefinition(
            $"SELECT id, state, comment FROM cases WHERE {filter} ORDER BY submitted_at DESC, id DESC LIMIT {MostComments}", parameters, cancellationToken: cancellationToken));
        var ranges = AddressRange.Around(StoredJson.Read<CommentSubmitted>(row.Comment).Client.Ip);
        return new AuthorProfile
        {
            SiteId = row.SiteId,
            Key = row.Key,
            Name = row.Name,
            Email = row.Email,
            Ranges = [.. ranges.Select(range => range.ToString())],
            Held = NumberOf(CaseStates.Held),
            Approved = NumberOf(CaseStates.Approved),
            Rejected = NumberOf(CaseStates.Rejected),
            FirstSeen = DateTimeOffset.FromUnixTimeMilliseconds(counts.Values.Min(count => count.First)),
            LastComments = [.. last.Select(comment => comment.ToComment())],
            Standings = await standings.OfAsync(
                row.SiteId, [.. row.Key is null ? [] : new[] { AuthorStanding.OfAuthor(row.Key) }, .. ranges.Select(AuthorStanding.OfRange)], cancellationToken),
            Notes = row.Key is null ? [] : await notes.OfAsync(row.SiteId, row.Key, cancellationToken),
        };

        long NumberOf(string state) => counts.GetValueOrDefault(state)?.Number ?? 0;
    }

    private sealed record Row(string SiteId, string? Key, string Name, string? Email, string Comment);

    private sealed record Count(string State, long Number, long First);

    private sealed record CommentRow(string Id, string State, string Comment)
    {
        public PastComment ToComment()
        {
            var comment = StoredJson.Read<CommentSubmitted>(Comment);
            return new PastComment(Guid.Parse(Id), State, comment.SubmittedAt, string.IsNullOrWhiteSpace(comment.Page.Title) ? comment.Page.Url : comment.Page.Title, comment.Body);
        }
    }
}
