using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Dashboard.Api;
using Moderation.Dashboard.SignIn;
using Moderation.Hosting.Sites;

namespace Moderation.Dashboard.Authors;

/// <summary>
/// <c>GET /dashboard/api/authors</c>, <c>GET</c> and <c>PUT /dashboard/api/standings</c>, <c>POST /dashboard/api/erasures</c>: what programs can do about
/// authors. An author is told by one of their comments.
/// </summary>
internal static class AuthorsApi
{
    private const int MostStandings = 1_000;

    public static void MapAuthors(this IEndpointRouteBuilder api)
    {
        api.MapGet("/authors", FindAsync);
        api.MapGet("/standings", ListAsync);
        api.MapPut("/standings", SetAsync).RequireAuthorization(Schemes.Deciders);
        api.MapPost("/erasures", EraseAsync).RequireAuthorization(Schemes.Admins);
    }

    private static async Task<IResult> FindAsync(HttpContext context, string? comment, AuthorReader authors, CancellationToken cancellationToken) =>
        await ProfileAsync(context, comment, authors, cancellationToken) is { } profile ? Results.Ok(AuthorAnswer.Of(profile)) : NoAuthor();

    private static async Task<IResult> ListAsync(HttpContext context, AuthorStandings standings, CancellationToken cancellationToken)
    {
        var list = await standings.ListAsync(SiteScope.Of(context.User), MostStandings, cancellationToken);
        return Results.Ok(new { items = list.Select(StandingAnswer.Of) });
    }

    private static async Task<IResult> SetAsync(HttpContext context, AuthorReader authors, AuthorStandings standings, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync<StandingBody>(context.Request, cancellationToken);
        if (body is null)
        {
            return problem ?? Problems.NotJson("The body is empty.");
        }

        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (AuthorStanding.Of(body.Standing) is not { } standing)
        {
            errors["standing"] = ["The standing is 'trusted', 'held', 'blocked', or 'none' to lift it."];
            standing = default;
        }

        if (body.Note is { Length: > AuthorStanding.MaxNoteLength })
        {
            errors["note"] = [$"The note has at most {AuthorStanding.MaxNoteLength} characters."];
        }

        if (body.Range is not null && !AddressRange.TryParse(body.Range, out _))
        {
            errors["range"] = ["The range is an IPv4 address, its /24 or its /16, or the /64, /48 or /32 of an IPv6 address."];
        }

        if (errors.Count > 0)
        {
            return Problems.Invalid(errors);
        }

        if (await ProfileAsync(context, body.Comment, authors, cancellationToken) is not { } profile)
        {
            return NoAuthor();
        }

        if (body.Range is null && profile.Key is null)
        {
            return Problems.Invalid(new() { ["comment"] = ["Its author left no email and cannot be told from others of that name. Send a 'range' of addresses instead."] });
        }

        var inForce = await standings.SetAsync(
            new AuthorStanding
            {
                SiteId = profile.SiteId,
                Subject = AddressRange.TryParse(body.Range, out var range) ? AuthorStanding.OfRange(range) : AuthorStanding.OfAuthor(profile.Key!),
                Standing = standing,
                AuthorName = body.Range is null ? profile.Name : null,
                Note = string.IsNullOrWhiteSpace(body.Note) ? null : body.Note.Trim(),
                SetBy = context.User.Identity!.Name!,
                SetAt = default,
            },
            cancellationToken);
        return Results.Ok(new { inForce });
    }

    private static async Task<IResult> EraseAsync(HttpContext context, AuthorReader authors, ErasureRequests erasures, CancellationToken cancellationToken)
    {
        var (body, problem) = await JsonBody.ReadAsync<ErasureBody>(context.Request, cancellationToken);
        if (body is null)
        {
            return problem ?? Problems.NotJson("The body is empty.");
        }

        if (await ProfileAsync(context, body.Comment, authors, cancellationToken) is not { } profile)
        {
            return NoAuthor();
        }

        if (profile.Key is null)
        {
            return Problems.Invalid(new() { ["comment"] = ["Its author left no email and cannot be told from others of that name, so nothing of theirs can be erased."] });
        }

        var id = await erasures.AddAsync(profile.SiteId, profile.Key, context.User.Identity!.Name!, cancellationToken);
        return Results.Json(new { id, status = "pending" }, statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task<AuthorProfile?> ProfileAsync(HttpContext context, string? comment, AuthorReader authors, CancellationToken cancellationToken) =>
        Guid.TryParse(comment, out var id) ? await authors.OfAsync(id, SiteScope.Of(context.User), cancellationToken) : null;

    private static IResult NoAuthor() => Results.Problem(
        statusCode: StatusCodes.Status404NotFound, title: "There is no such author.", detail: "Send the id of a comment that is on file, on a site of yours, and not erased.");

    private sealed record StandingBody(string? Comment, string? Range, string? Standing, string? Note);

    private sealed record ErasureBody(string? Comment);
}
