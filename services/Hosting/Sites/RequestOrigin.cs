using Microsoft.AspNetCore.Http;

namespace Moderation.Hosting.Sites;

public static class RequestOrigin
{
    /// <summary>The origin the request was sent to, such as <c>http://localhost:8080</c>.</summary>
    public static string Self(this HttpRequest request) => $"{request.Scheme}://{request.Host}";

    /// <summary>The token of an <c>Authorization: Bearer</c> header, or null.</summary>
    public static string? BearerToken(this HttpRequest request)
    {
        const string Scheme = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;
    }
}
