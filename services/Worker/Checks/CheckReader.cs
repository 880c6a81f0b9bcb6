using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Moderation.Hosting.Sites;

namespace Moderation.Worker.Checks;

/// <summary>Reads a comment to check, and whether the caller may ask for its site.</summary>
internal sealed class CheckReader(SiteList sites, TimeProvider time)
{
    /// <summary>Whether a secret is any site's at all.</summary>
    public bool Knows(string secret) => sites.All.Any(site => site.HasSecret(secret));

    /// <param name="json">At most <see cref="CheckRefusal.Maximum"/> bytes.</param>
    /// <param name="secret">What the caller sent as the site's secret.</param>
    public Check Read(ReadOnlyMemory<byte> json, string secret)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException exception)
        {
            return new Check { Refusal = NotJson(exception) };
        }

        using (document)
        {
            return Read(document.RootElement, secret);
        }
    }

    private Check Read(JsonElement root, string secret)
    {
        var (check, request) = CheckRequest.Read<CheckRequest>(root);
        return request is null ? check : Read(check, request, secret);
    }

    private Check Read(Check check, CheckRequest request, string secret)
    {
        var missing = Missing(request);
        if (missing.Count > 0)
        {
            return check with { Refusal = CheckRefusal.Wrong(missing) };
        }

        if (!sites.TryGet(request.Site!, out var site))
        {
            return check with { Refusal = CheckRefusal.NoSuchSite };
        }

        return site.HasSecret(secret) ? check with { Comment = request.ToComment(time.GetUtcNow()) } : check with { Refusal = CheckRefusal.WrongSecret };
    }

    private static Dictionary<string, string> Missing(CheckRequest request) =>
        new (string Field, string? Value)[] { ("site", request.Site), ("author.name", request.Author?.Name), ("body", request.Body) }
            .Where(field => string.IsNullOrWhiteSpace(field.Value))
            .ToDictionary(field => field.Field, _ => "It is missing.");

    private static CheckRefusal NotJson(JsonException exception) =>
        new(StatusCodes.Status400BadRequest, $"This is not JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1} cannot be read.");
}
