using System.ComponentModel.DataAnnotations;

namespace Moderation.Learner;

/// <summary>The section <c>Learning</c> of the configuration. All learners of a system have to have the same.</summary>
internal sealed record LearningOptions
{
    /// <summary>How many comments have to be found fine, and how many refused, until what was learned of that counts.</summary>
    [Range(1, 10_000)]
    public int Needed { get; init; } = 50;

    /// <summary>How many lessons of one moderator weigh 1 each, whatever the others taught.</summary>
    [Range(1, 100_000)]
    public int LessonsOfOne { get; init; } = 250;

    /// <summary>How many of a site's newest lessons count at most.</summary>
    [Range(100, 100_000)]
    public int Most { get; init; } = 20_000;
}
