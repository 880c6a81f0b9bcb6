namespace Moderation.Standalone.Training;

/// <summary>What files to learn from may hold.</summary>
internal enum TrainingFormat
{
    /// <summary>Objects with <c>text</c> and <c>label</c>, one a line.</summary>
    Jsonl,

    /// <summary>What <c>export</c> writes.</summary>
    Export,

    /// <summary>WordPress's export.</summary>
    Wxr,

    /// <summary>Disqus's export.</summary>
    Disqus,
}
