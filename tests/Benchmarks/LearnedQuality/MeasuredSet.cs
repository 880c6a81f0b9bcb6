using Moderation.Learning;

namespace Moderation.Benchmarks.LearnedQuality;

/// <summary>A file of labelled texts, and what is to be found in it.</summary>
internal sealed record MeasuredSet(string File, Head Head)
{
    public static readonly IReadOnlyList<MeasuredSet> All =
    [
        new("uli-hi-train.jsonl", Head.Abuse),
        new("uli-en-train.jsonl", Head.Abuse),
        new("davidson-en.jsonl", Head.Abuse),
        new("youtube-spam-train.jsonl", Head.Spam),
    ];

    /// <summary>The label of what is to be found.</summary>
    public string Label => Head is Head.Abuse ? "abuse" : "spam";
}
