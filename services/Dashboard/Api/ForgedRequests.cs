using Microsoft.AspNetCore.Http;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Api;

/// <summary>Lets a cookie change something only when our own page asks for it.</summary>
internal static class ForgedRequests
{
    // A browser sends the cookie by itself; it sends this header only for a page that may ask for it.
    public static async ValueTask<object?> RefuseAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var byToken = context.HttpContext.User.Identities.Any(identity => identity.AuthenticationType == Schemes.Token);
        return byToken || HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Headers.ContainsKey("X-Requested-With")
            ? await next(context)
            : Results.Problem(
                statusCode: StatusCodes.Status403Forbidden,
                title: "The request may not come from our own page.",
                detail: "Whoever is signed in with the cookie also sends the header 'X-Requested-With', with any value.");
    }
}
