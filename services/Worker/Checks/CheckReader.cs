using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Moderation.Contracts;
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
        if (root.ValueKind is not JsonValueKind.Object)
        {
            return new Check { Refusal = Wrong("", "The comment has to be a JSON object.") };
        }

        var check = new Check { Id = root.TryGetProperty("id", out var id) ? id.GetRawText() : null };
        try
        {
            return Read(check, root.Deserialize<CheckRequest>(JsonSerializerOptions.Web)!, secret);
        }
        catch (JsonException exception)
        {
            var field = (exception.Path ?? "$").TrimStart('$').TrimStart('.');
            return check with { Refusal = Wrong(field, "It has to be text in whole characters, or an object where one is expected.") };
        }
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

        return site.HasSecret(secret) ? check with { Comment = CommentOf(request) } : check with { Refusal = CheckRefusal.WrongSecret };
    }

    private static Dictionary<string, string> Missing(CheckRequest request) =>
        new (string Field, string? Value)[] { ("site", request.Site), ("author.name", request.Author?.Name), ("body", request.Body) }
            .Where(field => string.IsNullOrWhiteSpace(field.Value))
            .ToDictionary(field => field.Field, _ => "It is missing.");

    private CommentSubmitted CommentOf(CheckRequest request) => new()
    {
        CommentId = Guid.CreateVersion7(),
        SiteId = request.Site!,
        Page = new Page { Id = request.Page?.Id ?? "", Url = request.Page?.Url ?? "", Title = request.Page?.Title ?? "" },
        Author = new Author { Name = request.Author!.Name!, Email = request.Author.Email, Url = request.Author.Url },
        Body = request.Body!,
        Client = new Client { Ip = request.Client?.Ip, UserAgent = request.Client?.UserAgent, Referrer = request.Client?.Referrer },
        Form = request.Form,
        Language = request.Language,
        SubmittedAt = time.GetUtcNow(),
    };

    private static CheckRefusal NotJson(JsonException exception) =>
        new(StatusCodes.Status400BadRequest, $"This is not JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1} cannot be read.");

    private static CheckRefusal Wrong(string field, string sentence) => CheckRefusal.Wrong(new Dictionary<string, string> { [field] = sentence });
}
