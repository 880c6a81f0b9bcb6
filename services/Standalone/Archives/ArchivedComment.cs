using System.Text.Json;
using System.Text.Json.Serialization;

namespace Moderation.Standalone.Archives;

/// <summary>A comment in an archive of ours, as <c>POST /v1/sites/{site}/imports</c> takes it.</summary>
internal sealed record ArchivedComment
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // A file of JSON is not put into a page: Devanagari stays readable.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required Guid Id { get; init; }

    public required ArchivedPage Page { get; init; }

    public Guid? ParentId { get; init; }

    public required ArchivedAuthor Author { get; init; }

    public required string Body { get; init; }

    public string? Language { get; init; }

    public ArchivedClient? Client { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary><c>approved</c>, <c>held</c> or <c>rejected</c>.</summary>
    public required string Status { get; init; }

    /// <summary>What a person decided, where that is known; the server does not ask.</summary>
    public ArchivedDecision? Decision { get; init; }

    /// <summary>UTF-8, on one line.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, _json);
}

/// <param name="As"><c>approve</c>, <c>hold</c>, <c>reject</c> or <c>spam</c>; <c>trash</c> for what was thrown away elsewhere, nobody knows why.</param>
/// <param name="Reason">In a word of the desk's.</param>
/// <param name="Labels">Of the verdict it was decided with.</param>
internal sealed record ArchivedDecision(string As, string? Reason = null, IReadOnlyList<string>? Labels = null);

internal sealed record ArchivedPage(string Id, string Url, string Title);

internal sealed record ArchivedAuthor(string Name, string? Email, string? Url);

internal sealed record ArchivedClient(string? Ip, string? UserAgent, string? Referrer);
