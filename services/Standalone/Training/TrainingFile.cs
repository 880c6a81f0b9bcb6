using System.Text.Json;
using Moderation.Hosting;
using Moderation.Standalone.Archives;

namespace Moderation.Standalone.Training;

/// <summary>A file of texts and what they teach. It says itself what it holds.</summary>
internal static class TrainingFile
{
    private const string NotALesson = "It has neither a 'text' and a 'label' nor a 'body' and a 'status'.";

    /// <summary>One entry at a time, however many there are.</summary>
    /// <param name="file">Can seek.</param>
    /// <param name="format">What it is said to hold; null when nothing is.</param>
    /// <param name="trashIsAbuse">Whether what was thrown away is taken for abuse; else it teaches nothing.</param>
    /// <exception cref="InvalidConfigurationException">It holds something else.</exception>
    public static IEnumerable<TrainingEntry> Read(Stream file, TrainingFormat? format, bool trashIsAbuse)
    {
        var kind = Archive.KindOf(file);
        var isExpected = format switch
        {
            TrainingFormat.Wxr => kind is ArchiveKind.WordPress,
            TrainingFormat.Disqus => kind is ArchiveKind.Disqus,
            TrainingFormat.Jsonl or TrainingFormat.Export => kind is ArchiveKind.JsonLines,
            _ => true,
        };
        return isExpected
            ? Archive.Read(file).Select(entry => Read(entry, kind is ArchiveKind.JsonLines ? format : TrainingFormat.Export, trashIsAbuse))
            : throw new InvalidConfigurationException($"The file is not what --format says ({format.ToString()!.ToLowerInvariant()}); it looks like {Name(kind)}.");
    }

    private static TrainingEntry Read(ArchiveEntry entry, TrainingFormat? format, bool trashIsAbuse)
    {
        if (entry.Json is not { } json)
        {
            return new TrainingEntry(entry.Line, null, entry.Fault);
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            var line = document.RootElement;
            return format switch
            {
                TrainingFormat.Jsonl => OfLabelled(entry.Line, line),
                TrainingFormat.Export => OfArchived(entry.Line, line, trashIsAbuse),
                _ when Has(line, "label") => OfLabelled(entry.Line, line),
                _ when Has(line, "status") => OfArchived(entry.Line, line, trashIsAbuse),
                _ => new TrainingEntry(entry.Line, null, NotALesson),
            };
        }
        catch (JsonException exception)
        {
            return new TrainingEntry(entry.Line, null, exception.Path is { } path ? $"'{path.TrimStart('$', '.')}' is of the wrong type." : "This is not JSON.");
        }
    }

    private static TrainingEntry OfLabelled(long line, JsonElement json)
    {
        if (!Has(json, "text") || json.Deserialize<Labelled>(JsonSerializerOptions.Web) is not { Text: { } text } labelled || string.IsNullOrWhiteSpace(text))
        {
            return new TrainingEntry(line, null, "It has no 'text'.");
        }

        return labelled.Label switch
        {
            "ok" => new TrainingEntry(line, TaughtText.Fine(text), null),
            "abuse" => new TrainingEntry(line, TaughtText.Abuse(text), null),
            "spam" => new TrainingEntry(line, TaughtText.Spam(text), null),
            _ => new TrainingEntry(line, null, "Its 'label' is none of abuse, spam and ok."),
        };
    }

    private static TrainingEntry OfArchived(long line, JsonElement json, bool trashIsAbuse) =>
        Has(json, "status") && Has(json, "body")
            ? new TrainingEntry(line, json.Deserialize<ArchivedLesson>(JsonSerializerOptions.Web)!.Teaches(trashIsAbuse), null)
            : new TrainingEntry(line, null, "It has no 'body' or no 'status'.");

    private static bool Has(JsonElement line, string name) => line.ValueKind == JsonValueKind.Object && line.TryGetProperty(name, out _);

    private static string Name(ArchiveKind kind) => kind switch
    {
        ArchiveKind.WordPress => "WordPress's export",
        ArchiveKind.Disqus => "Disqus's export",
        _ => "JSON Lines",
    };

    private sealed record Labelled(string? Text, string? Label);
}
