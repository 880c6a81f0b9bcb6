using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Moderation.Hosting.Sites;

namespace Moderation.Publisher.Avatars;

/// <summary><c>GET /v1/avatars/{key}.svg</c></summary>
internal static class ServeAvatar
{
    public static void MapAvatars(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/avatars/{key}.svg", Serve).RequireCors(SiteCors.Anyone);

    private static IResult Serve(string key, HttpResponse response)
    {
        if (!AvatarKey.IsKey(key))
        {
            return TypedResults.Problem("An avatar's key has 16 hex digits.", statusCode: StatusCodes.Status404NotFound, title: "There is no such avatar.");
        }

        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Text(Identicon.Draw(key), MediaTypeNames.Image.Svg);
    }
}
