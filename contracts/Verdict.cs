namespace Moderation.Contracts;

/// <summary>What all the rules together say of a comment, and why.</summary>
public sealed record Verdict
{
    /// <summary>The sum of the findings' scores; the site's bands turn it into approve, hold or reject.</summary>
    public required double Score { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What rules on trial would have added; counted in no score.</summary>
    public IReadOnlyList<Finding> Shadow { get; init; } = [];

    /// <summary>Lower-case hex SHA-256 of the rule files that were in force.</summary>
    public required string Ruleset { get; init; }

    /// <summary>The version of the model that scored the text; null when no rule asked one.</summary>
    public string? Model { get; init; }
}

/// <summary>One rule that spoke up.</summary>
public sealed record Finding
{
    /// <summary>The rule's name, which is stored data and never renamed.</summary>
    public required string Rule { get; init; }

    /// <summary>What the finding adds to the verdict; negative when it speaks for the comment.</summary>
    public required double Score { get; init; }

    /// <summary>How likely it is that the rule is right, 0 to 1, where a model says so: the score is by that much the smaller.</summary>
    public double? Probability { get; init; }

    /// <summary>One sentence a moderator can read.</summary>
    public required string Reason { get; init; }

    /// <summary>The reason in other languages than English, by BCP 47 tag.</summary>
    public IReadOnlyDictionary<string, string>? Translations { get; init; }

    /// <summary>From the vocabulary in <see cref="Contracts.Labels"/>.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The words it is about; empty when it is not about words.</summary>
    public required IReadOnlyList<Span> Spans { get; init; }
}

/// <summary>A stretch of a field's original text.</summary>
public sealed record Span
{
    /// <summary><c>body</c>, <c>author.name</c> or <c>author.url</c>.</summary>
    public required string Field { get; init; }

    /// <summary>In UTF-16 units of the original text.</summary>
    public required int Start { get; init; }

    /// <summary>In UTF-16 units of the original text.</summary>
    public required int Length { get; init; }

    /// <summary>The listed word or phrase that it was read as, when it is written otherwise than listed.</summary>
    public string? ReadAs { get; init; }
}
