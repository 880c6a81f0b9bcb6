using System.Text.Json;
using Moderation.Learning;
using Moderation.Learning.Training;
using Moderation.Text;

namespace Moderation.Benchmarks.LearnedQuality;

/// <summary>A file that the shipped model learns from.</summary>
/// <param name="Name">The file, without its ending.</param>
/// <param name="IsOfTweets">Whether its texts have to be cleaned first.</param>
/// <param name="WeightOf">How much a text counts, by what the authors of the set call it.</param>
internal sealed record ShippedSet(string Name, bool IsOfTweets, Func<string, double> WeightOf)
{
    public const string OwnName = "comments";

    /// <summary>In one place, to be tuned: all sets, with their weights.</summary>
    private static readonly ShippedSet[] _ofOthers =
    [
        // Mostly one annotator's word, and of tweets that were looked for.
        new("uli-hi-train", IsOfTweets: true, _ => 0.3),
        new("uli-en-train", IsOfTweets: true, _ => 0.3),
        // Much of what it calls offensive quotes slang, in the words of another country.
        new("davidson-en", IsOfTweets: true, sub => sub switch { "hate" => 0.2, "offensive" => 0.02, _ => 0.1 }),
        // Nobody looked for abuse in it.
        new("sentimix-hinglish-benign", IsOfTweets: true, _ => 0.3),
    ];

    // Ours are comments, and looked at with care.
    private static readonly ShippedSet _own = new(OwnName, IsOfTweets: false, _ => 4);

    /// <param name="data">The folder of the sets of others.</param>
    public static IEnumerable<(ShippedSet Set, string Path)> All(string data) => _ofOthers.Select(set => (set, Path.Combine(data, $"{set.Name}.jsonl")))
        .Append((_own, Path.Combine(Repository.Seeds, "learning", $"{_own.Name}.jsonl")));

    // Nobody looked for spam in tweets. Still most of what is fine is none, and of such texts there are more kinds than we could write.
    private const double OfNoSpam = 0.1;

    public IEnumerable<ShippedLesson> Read(string path) =>
        from line in File.ReadLines(path)
        where line.Length > 0
        let row = JsonSerializer.Deserialize<Row>(line, JsonSerializerOptions.Web)!
        let text = IsOfTweets ? TweetText.Clean(row.Text) : InventedNames.Mask(row.Text)
        where text.Length > 0
        let isAbuse = row.Label switch { "abuse" => true, "ok" => false, _ => (bool?)null }
        let isSpam = row.Label switch { "spam" => true, "ok" => false, _ => (bool?)null }
        let lesson = new Lesson(TextView.Decoded(text), isAbuse, isSpam, WeightOf(row.Sub ?? ""))
        from one in IsOfTweets ? Apart(lesson) : [lesson]
        select new ShippedLesson(Name, row.Lang, one);

    private static IEnumerable<Lesson> Apart(Lesson lesson) =>
        lesson.IsSpam is null ? [lesson] : [lesson.Only(Head.Abuse), lesson.Only(Head.Spam) with { Weight = OfNoSpam }];

    private sealed record Row(string Text, string Label, string Lang, string? Sub);
}

/// <summary>A lesson of a set, and its language.</summary>
internal sealed record ShippedLesson(string Set, string Language, Lesson Lesson);
