using System.Globalization;
using System.Text.Json;

namespace Moderation.Benchmarks;

/// <summary>Texts cut from the sample comments, as many in Hindi as in Hinglish and in English.</summary>
internal static class SampleTexts
{
    private static readonly string[] _languages = ["hi", "hi-Latn", "en"];

    /// <param name="perLanguage">How many texts of each language; they take turns.</param>
    /// <param name="length">In grapheme clusters.</param>
    /// <param name="isMeant">Which kinds of samples are meant: good, spam, insult, email, links or repeat.</param>
    public static string[] Cut(int perLanguage, int length, Predicate<string> isMeant)
    {
        var samples = Read()
            .Where(sample => isMeant(sample.Kind))
            .ToLookup(sample => sample.Language, sample => sample.Body);
        var byLanguage = _languages.Select(language => Pieces(string.Join(' ', samples[language]), perLanguage, length)).ToArray();
        return [.. Enumerable.Range(0, perLanguage).SelectMany(index => byLanguage.Select(pieces => pieces[index]))];
    }

    /// <summary>The words of the good samples in these languages, each once.</summary>
    public static string[] Words(params string[] languages) =>
    [
        .. Read().Where(sample => sample.Kind is "good" && languages.Contains(sample.Language))
            .SelectMany(sample => sample.Body.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static IEnumerable<Sample> Read() => File.ReadLines(Path.Combine(Repository.Seeds, "comments.jsonl"))
        .Where(line => line.Length > 0)
        .Select(line => JsonSerializer.Deserialize<Sample>(line, JsonSerializerOptions.Web)!);

    private static string[] Pieces(string text, int count, int length)
    {
        var edges = StringInfo.ParseCombiningCharacters(text);
        return [.. Enumerable.Range(0, count).Select(index => text[edges[index * length]..edges[(index + 1) * length]])];
    }

    private sealed record Sample(string Kind, string Language, string Body);
}
