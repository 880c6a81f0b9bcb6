namespace Moderation.Contracts;

/// <summary>
/// What was changed at the desk, on top of the rule files. It says only what is otherwise than there, so that files and desk can both
/// change. What does not fit the files (any more) is left out of account and told, see <see cref="RulesNotice"/>.
/// </summary>
public sealed record RulesOverlay
{
    public static readonly RulesOverlay Empty = new();

    public IReadOnlyList<WordChange> Words { get; init; } = [];

    public IReadOnlyList<RuleChange> Rules { get; init; } = [];
}

/// <summary>An entry that a word list has, has otherwise, or has not.</summary>
public sealed record WordChange
{
    /// <summary>Null for all sites.</summary>
    public string? Site { get; init; }

    /// <summary>The list's name; it must have a file.</summary>
    public required string List { get; init; }

    /// <summary><c>en</c>, <c>hi</c> or <c>hi-Latn</c>.</summary>
    public required string Language { get; init; }

    /// <summary>As word lists write entries.</summary>
    public required string Entry { get; init; }

    /// <summary>Whether the list is not to have the entry; severity and labels then say nothing.</summary>
    public bool IsRemoved { get; init; }

    /// <summary><c>mild</c>, <c>strong</c>, <c>severe</c> or <c>allow</c>; null for <c>strong</c>.</summary>
    public string? Severity { get; init; }

    /// <summary>Empty when the rule's own are meant.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Who changed it last; counts for nothing.</summary>
    public string? By { get; init; }

    public DateTimeOffset? At { get; init; }
}

/// <summary>What a rule is worth, or whether it counts, otherwise than in its file.</summary>
public sealed record RuleChange
{
    /// <summary>Null for all sites. What a site's own file says of the rule goes before a change for all sites.</summary>
    public string? Site { get; init; }

    /// <summary>The rule's id.</summary>
    public required string Rule { get; init; }

    /// <summary><c>live</c>, <c>shadow</c> or <c>off</c>; null as in the file.</summary>
    public string? Mode { get; init; }

    /// <summary>Null as in the file.</summary>
    public RuleScores? Score { get; init; }

    /// <summary>Who changed it last; counts for nothing.</summary>
    public string? By { get; init; }

    public DateTimeOffset? At { get; init; }
}

/// <summary>What a rule adds, by the worst word it found. A rule that is about no words has the same score three times.</summary>
public sealed record RuleScores
{
    public required double Mild { get; init; }

    public required double Strong { get; init; }

    public required double Severe { get; init; }
}
