using System.Security.Cryptography;
using System.Text;
using Moderation.Benchmarks.Quality;

namespace Moderation.Benchmarks.LearnedStream;

/// <summary>What the readers of a busy site write: public texts of several sets, each once, in an order of no meaning that is always the same.</summary>
internal static class StreamedText
{
    private static readonly (string File, int Most)[] _sets =
    [
        ("uli-hi-train.jsonl", 4000),
        ("uli-en-train.jsonl", 2000),
        ("sentimix-hinglish-benign.jsonl", 3000),
        ("davidson-en.jsonl", 3000),
        ("youtube-spam-train.jsonl", 1300),
    ];

    // Names that the authors of a set have masked. A site's readers have different ones, and these would be nearly the same text again and again.
    private const string Masked = "<handle replaced>";

    /// <exception cref="IOException">A set is missing.</exception>
    public static IReadOnlyList<LabelledText> Read(string directory) =>
        [.. _sets.SelectMany(set => Mixed(LabelledText.Read(Path.Combine(directory, set.File))).Take(set.Most))
            .OrderBy(row => HashOf(row, "stream"), StringComparer.Ordinal)
            .Select(row => row with { Text = row.Text.Replace(Masked, " @ ", StringComparison.Ordinal) })];

    private static IEnumerable<LabelledText> Mixed(IEnumerable<LabelledText> rows) =>
        rows.Where(row => !string.IsNullOrWhiteSpace(row.Text)).DistinctBy(row => row.Text, StringComparer.OrdinalIgnoreCase).OrderBy(row => HashOf(row, "set"), StringComparer.Ordinal);

    // Each time another order: what is taken of a large set would all come first.
    private static string HashOf(LabelledText row, string order) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{order} {row.Text}")));
}
