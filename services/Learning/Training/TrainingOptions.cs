namespace Moderation.Learning.Training;

/// <summary>How fast and how carefully a <see cref="Trainer"/> learns.</summary>
public sealed record TrainingOptions
{
    /// <summary>As a site learns from its moderators, one decision after the other.</summary>
    public static TrainingOptions Online { get; } = new();

    /// <summary>How fast (alpha of FTRL-Proximal).</summary>
    public double Rate { get; init; } = 0.1;

    /// <summary>How much it takes for a weight to be moved at all (lambda 1).</summary>
    public double Sparsity { get; init; }

    /// <summary>How much weights are drawn back to what they were (lambda 2).</summary>
    public double Restraint { get; init; }

    /// <summary>How much each feature tells of the head that is taught; all the same if left out. See <see cref="Training.Telling"/>.</summary>
    internal float[]? Telling { get; init; }

    /// <summary>Whether scores are fitted to what they turned out to mean, as they come.</summary>
    public bool Calibrates { get; init; } = true;
}
