using Microsoft.AspNetCore.Http;
using Moderation.Contracts;
using Moderation.Hosting.Sites;

namespace Moderation.Submission.Api;

/// <summary>Who posts: the site's own server, which is believed, or a browser on one of its pages.</summary>
/// <param name="IsSite">Whether the request carries the site's secret.</param>
/// <param name="Origin">The browser page's origin.</param>
internal sealed record Caller(bool IsSite, string? Origin)
{
    private const int HeaderMaximum = 1_000;

    public static (Caller? Caller, Refusal? Refusal) Identify(HttpRequest request, Site site)
    {
        if (request.Headers.Authorization.Count > 0)
        {
            return request.BearerToken() is { } token && site.HasSecret(token)
                ? (new Caller(IsSite: true, Origin: null), null)
                : (null, new Refusal(StatusCodes.Status401Unauthorized, "This is not the site's secret."));
        }

        var origin = OriginOf(request);
        return origin is not null && site.Allows(origin, request.Self())
            ? (new Caller(IsSite: false, origin), null)
            : (null, new Refusal(StatusCodes.Status403Forbidden, "Comments for this site come from its own pages, or with its secret."));
    }

    /// <summary>What the connection itself tells; null for a site's server, which says where the reader's request came from.</summary>
    public Client? ClientOf(HttpContext context)
    {
        if (IsSite)
        {
            return null;
        }

        var address = context.Connection.RemoteIpAddress;
        return new Client
        {
            Ip = (address?.IsIPv4MappedToIPv6 is true ? address.MapToIPv4() : address)?.ToString(),
            UserAgent = Header(context.Request.Headers.UserAgent.ToString()),
            Referrer = Header(context.Request.Headers.Referer.ToString()),
        };
    }

    // Old browsers send no Origin with a form; the referrer's origin says the same.
    private static string? OriginOf(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0)
        {
            return origin;
        }

        return Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var referrer) ? referrer.GetLeftPart(UriPartial.Authority) : null;
    }

    private static string? Header(string value) => value switch
    {
        "" => null,
        { Length: > HeaderMaximum } => value[..HeaderMaximum],
        _ => value,
    };
}
