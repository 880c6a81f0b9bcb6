using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Moderation.Hosting.Sites;
using Moderation.Submission.Api;

namespace Moderation.Submission.Authors;

/// <summary>What a site's server can ask for on behalf of an author: everything kept of them, and that it be erased.</summary>
internal static class AuthorsApi
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static void MapAuthors(this IEndpointRouteBuilder app)
    {
        var site = app.MapGroup("/v1/sites/{site}").RequireSiteSecret();
        site.MapGet("/authors", Export);
        site.MapDelete("/authors", Erase);
        site.MapGet("/erasures/{id}", Status);
    }

    private static IResult Export(string site, string? email, SiteList sites, KeptComments comments, CancellationToken cancellationToken) =>
        EmailQuery.IsEmail(email)
            ? Results.Json(new { site, comments = comments.Of(site, KeyOf(sites, site, email!), cancellationToken) }, _json)
            : EmailQuery.Refusal();

    private static async Task<IResult> Erase(
        HttpContext context, string site, string? email, SiteList sites, ErasureStore store, ILogger<ErasureStore> logger)
    {
        if (!EmailQuery.IsEmail(email))
        {
            return EmailQuery.Refusal();
        }

        try
        {
            var erasure = await store.Request(site, KeyOf(sites, site, email!), context.RequestAborted);
            logger.LogInformation("Erasure {ErasureId} asked for by {SiteId}", erasure.Id, site);
            var status = new ErasureStatus(erasure.Id, erasure.RequestedAt.ToUnixTimeMilliseconds(), new Dictionary<string, long>());
            context.Response.Headers.Location = ErasureStatus.Address(site, erasure.Id);
            return Results.Json(status.Answer(site), _json, statusCode: StatusCodes.Status202Accepted);
        }
        catch (DbException exception)
        {
            logger.LogError("An erasure for {SiteId} was not saved: {Reason}", site, exception.Message);
            return new Refusal(StatusCodes.Status503ServiceUnavailable, "The erasure could not be saved. Please send it again in a moment.")
            {
                RetryAfter = TimeSpan.FromSeconds(5),
            }.ToProblem(context);
        }
    }

    private static async Task<IResult> Status(HttpContext context, string site, string id, ErasureStore store)
    {
        var status = Guid.TryParse(id, out var known) ? await store.Find(known, site, context.RequestAborted) : null;
        return status is null
            ? new Refusal(StatusCodes.Status404NotFound, "There is no such erasure.").ToProblem(context)
            : Results.Json(status.Answer(site), _json);
    }

    private static string KeyOf(SiteList sites, string id, string email) =>
        sites.TryGet(id, out var site) ? AuthorKey.Of(site, email)! : throw new InvalidOperationException($"{id} passed the filter and is no site.");
}
