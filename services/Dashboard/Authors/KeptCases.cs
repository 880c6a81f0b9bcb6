using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Dashboard.Cases;
using Moderation.Hosting.Sites;

namespace Moderation.Dashboard.Authors;

/// <summary><c>GET /v1/sites/{site}/authors/cases?email=</c>: all that is kept here of one author's comments, for the site's own server.</summary>
internal static class KeptCases
{
    public static void MapKeptCases(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/sites/{site}/authors/cases", Export).RequireSiteSecret();

    private static IResult Export(
        string site, string? email, SiteList sites, [FromKeyedServices(DashboardModule.Name)] DbDataSource database, CancellationToken cancellationToken) =>
        EmailQuery.IsEmail(email) && sites.TryGet(site, out var known)
            ? Results.Ok(new { site, cases = ReadAsync(database, site, AuthorKey.Of(known, email)!, cancellationToken) })
            : EmailQuery.Refusal();

    private static async IAsyncEnumerable<KeptCase> ReadAsync(
        DbDataSource database, string siteId, string authorKey, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = connection.QueryUnbufferedAsync<Row>(
            """
            SELECT state, comment, verdict, decided_at AS decidedAt FROM cases
            WHERE site_id = @siteId AND author_key = @authorKey ORDER BY id
            """,
            new { siteId, authorKey });
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            yield return new KeptCase(
                StoredJson.Read<CommentSubmitted>(row.Comment),
                row.State,
                DateTimeOffset.FromUnixTimeMilliseconds(row.DecidedAt).UtcDateTime,
                StoredJson.Read<Verdict>(row.Verdict));
        }
    }

    private sealed record Row(string State, string Comment, string Verdict, long DecidedAt);

    private sealed record KeptCase(CommentSubmitted Comment, string State, DateTime DecidedAt, Verdict Verdict);
}
