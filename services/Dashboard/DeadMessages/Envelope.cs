using System.Text.Json;

namespace Moderation.Dashboard.DeadMessages;

/// <summary>What a message is about, as far as its body can be read.</summary>
internal sealed record Envelope
{
    public string Type { get; private init; } = "";

    public Guid? CommentId { get; private init; }

    public string? SiteId { get; private init; }

    public string? Email { get; private init; }

    public DateTimeOffset? SubmittedAt { get; private init; }

    public static Envelope Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var message = Get(json.RootElement, "message");
            // A decision carries the comment; a submission is it.
            var comment = Get(message, "comment") is { ValueKind: JsonValueKind.Object } within ? within : message;
            return new Envelope
            {
                Type = TypeOf(json.RootElement),
                CommentId = Get(comment, "commentId").ValueKind == JsonValueKind.String && Get(comment, "commentId").TryGetGuid(out var id) ? id : null,
                SiteId = Text(Get(comment, "siteId")),
                Email = Text(Get(Get(comment, "author"), "email")),
                SubmittedAt = Get(comment, "submittedAt").ValueKind == JsonValueKind.String && Get(comment, "submittedAt").TryGetDateTimeOffset(out var at) ? at : null,
            };
        }
        catch (JsonException)
        {
            return new Envelope();
        }
    }

    private static string TypeOf(JsonElement envelope) =>
        Get(envelope, "messageType") is { ValueKind: JsonValueKind.Array } types && types.GetArrayLength() > 0 && Text(types[0]) is { } urn
            ? urn[(urn.LastIndexOf(':') + 1)..]
            : "";

    private static JsonElement Get(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    // A lone surrogate is in the JSON, but is no text.
    private static string? Text(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
