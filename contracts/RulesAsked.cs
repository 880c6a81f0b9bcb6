namespace Moderation.Contracts;

/// <summary>What rules and word lists are there? Any worker answers with <see cref="RulesAnswered"/>.</summary>
public sealed record RulesAsked
{
    /// <summary>The site whose rules are meant; null for those of all sites that have no file of their own.</summary>
    public string? Site { get; init; }
}

/// <summary>The rules as the files have them, and what the desk's changes make of them.</summary>
public sealed record RulesAnswered
{
    /// <summary>Whether the worker goes by its files alone.</summary>
    public required bool FilesOnly { get; init; }

    /// <summary>The stamp of the changes in force; null while the worker knows of none.</summary>
    public string? Stamp { get; init; }

    /// <summary>The hash of the ruleset in force.</summary>
    public required string Ruleset { get; init; }

    /// <summary>From this score on a comment is held.</summary>
    public required double HoldFrom { get; init; }

    /// <summary>From this score on a comment is rejected.</summary>
    public required double RejectFrom { get; init; }

    /// <summary>In the order of the files.</summary>
    public required IReadOnlyList<RuleDescription> Rules { get; init; }

    /// <summary>By name and language.</summary>
    public required IReadOnlyList<WordListDescription> Lists { get; init; }

    /// <summary>The sites that have rules of their own in a file.</summary>
    public IReadOnlyList<string> SitesWithFiles { get; init; } = [];

    /// <summary>What the changes in force do not do.</summary>
    public IReadOnlyList<RulesNotice> Notices { get; init; } = [];

    /// <summary>What is wrong with the files as they are now, when they were refused.</summary>
    public string? Fault { get; init; }
}

/// <summary>A rule as its file has it.</summary>
public sealed record RuleDescription
{
    public required string Id { get; init; }

    public required string Mode { get; init; }

    public required RuleScores Score { get; init; }

    /// <summary>Whether it looks for listed words, and may have a score for each severity.</summary>
    public required bool HasWords { get; init; }

    /// <summary>Whether it looks for nothing else, so that everything it marks is such a word.</summary>
    public bool HasOnlyWords { get; init; }

    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The reason it gives, with <c>{placeholders}</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>By BCP 47 tag.</summary>
    public IReadOnlyDictionary<string, string>? Translations { get; init; }
}

/// <summary>A word list in one language.</summary>
public sealed record WordListDescription
{
    public required string Name { get; init; }

    public required string Language { get; init; }

    /// <summary>Entries in its file.</summary>
    public required int Entries { get; init; }

    /// <summary>Whether its entries take hits away.</summary>
    public bool IsInnocent { get; init; }
}
