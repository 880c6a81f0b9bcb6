namespace Moderation.Worker.Rules.Overlays;

/// <summary>What makes two entries of a list the same entry: letter case and the width of gaps do not matter.</summary>
internal readonly record struct WordKey(string Language, string Text)
{
    public static WordKey Of(string language, string entry) =>
        new(language, string.Join(' ', entry.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant());
}
