using System.Text.Json;
using System.Text.Json.Serialization;
using Moderation.Contracts;

namespace Moderation.Worker.Checks;

/// <summary>What a caller sends: the body of a submission and the site's id. Nothing in it is certain to be there.</summary>
internal record CheckRequest
{
    public string? Site { get; init; }

    public PageRequest? Page { get; init; }

    public AuthorRequest? Author { get; init; }

    public string? Body { get; init; }

    public string? Language { get; init; }

    public ClientRequest? Client { get; init; }

    public FormRequest? Form { get; init; }

    /// <summary>Reads a caller's JSON.</summary>
    /// <returns>A check with the caller's id, and the request; without one, the check says why.</returns>
    public static (Check Check, T? Request) Read<T>(JsonElement root)
        where T : CheckRequest
    {
        if (root.ValueKind is not JsonValueKind.Object)
        {
            return (new Check { Refusal = CheckRefusal.Wrong("", "The comment has to be a JSON object.") }, null);
        }

        var check = new Check { Id = root.TryGetProperty("id", out var id) ? id.GetRawText() : null };
        try
        {
            return (check, root.Deserialize<T>(JsonSerializerOptions.Web));
        }
        catch (JsonException exception)
        {
            var field = (exception.Path ?? "$").TrimStart('$').TrimStart('.');
            return (check with { Refusal = CheckRefusal.Wrong(field, WhatIsWanted(field)) }, null);
        }
    }

    /// <summary>The comment as it would have been submitted. Site, author's name and body must be there.</summary>
    public CommentSubmitted ToComment(DateTimeOffset now) => new()
    {
        CommentId = Guid.CreateVersion7(),
        SiteId = Site!,
        Page = new Page { Id = Page?.Id ?? "", Url = Page?.Url ?? "", Title = Page?.Title ?? "" },
        Author = new Author { Name = Author!.Name!, Email = Author.Email, Url = Author.Url },
        Body = Body!,
        Client = new Client { Ip = Client?.Ip, UserAgent = Client?.UserAgent, Referrer = Client?.Referrer },
        Form = Form is { } form ? Contracts.Form.Of(form.Trap, form.Seconds) : null,
        Language = Language,
        SubmittedAt = now,
    };

    private static string WhatIsWanted(string field) => field switch
    {
        "form.seconds" => "It has to be a number.",
        _ when field.StartsWith("facts.tooFast", StringComparison.Ordinal) => "It has to be a list of texts.",
        _ when field.StartsWith("facts.", StringComparison.Ordinal) => "It has to be a whole number.",
        _ => "It has to be text in whole characters, or an object where one is expected.",
    };

    internal sealed record PageRequest
    {
        public string? Id { get; init; }

        public string? Url { get; init; }

        public string? Title { get; init; }
    }

    internal sealed record AuthorRequest
    {
        public string? Name { get; init; }

        public string? Email { get; init; }

        public string? Url { get; init; }
    }

    internal sealed record ClientRequest
    {
        public string? Ip { get; init; }

        public string? UserAgent { get; init; }

        public string? Referrer { get; init; }
    }

    internal sealed record FormRequest
    {
        public string? Trap { get; init; }

        [JsonNumberHandling(JsonNumberHandling.Strict)]
        public double? Seconds { get; init; }
    }
}
