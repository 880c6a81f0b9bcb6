using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Moderation.Dashboard.Api;

internal static class JsonBody
{
    /// <summary>The body, or the answer that says why it cannot be read.</summary>
    public static async Task<(T? Body, IResult? Problem)> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        if (!request.HasJsonContentType())
        {
            return (null, Results.Problem(
                statusCode: StatusCodes.Status415UnsupportedMediaType, title: "The body cannot be read.", detail: "Send JSON, with 'Content-Type: application/json'."));
        }

        try
        {
            return (await request.ReadFromJsonAsync<T>(cancellationToken), null);
        }
        catch (JsonException exception)
        {
            return (null, Problems.NotJson(exception.Path is { Length: > 1 } path ? $"What is at {path} is not what is expected there." : "The body is not JSON."));
        }
    }
}
