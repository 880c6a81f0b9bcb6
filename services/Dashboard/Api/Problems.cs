using Microsoft.AspNetCore.Http;

namespace Moderation.Dashboard.Api;

/// <summary>The answers to requests that cannot be served, as RFC 9457 problem details.</summary>
internal static class Problems
{
    public static IResult Invalid(Dictionary<string, string[]> errors) => Results.ValidationProblem(
        errors,
        statusCode: StatusCodes.Status422UnprocessableEntity,
        title: "The request cannot be accepted as it is.",
        detail: string.Join(" ", errors.SelectMany(error => error.Value).Distinct(StringComparer.Ordinal).Take(3)));

    /// <summary>Whatever the API says is for the moderator's eyes, not for a cache.</summary>
    public static ValueTask<object?> NeverStoredAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }

    public static IResult NotJson(string detail) => Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "The body cannot be read.", detail: detail);
}
