using System.Text.Json;

namespace Moderation.Standalone.Seeding;

/// <summary>A line of <c>seeds/comments.jsonl</c>.</summary>
internal sealed record Sample
{
    public required string Id { get; init; }

    /// <summary>good, spam, insult, email, links or repeat.</summary>
    public required string Kind { get; init; }

    public required JsonElement Page { get; init; }

    public required SampleAuthor Author { get; init; }

    public required string Body { get; init; }

    public string? Language { get; init; }

    public JsonElement? Client { get; init; }

    public static IReadOnlyList<Sample> ReadAll(string file) =>
        [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<Sample>(line, JsonSerializerOptions.Web)!)];
}

internal sealed record SampleAuthor
{
    public required string Name { get; init; }

    public string? Email { get; init; }

    public string? Url { get; init; }
}
