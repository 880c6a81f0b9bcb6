namespace Moderation.Contracts;

/// <summary>Which entries does a word list have in its file? Any worker answers with <see cref="WordsAnswered"/>.</summary>
public sealed record WordsAsked
{
    public required string List { get; init; }

    public required string Language { get; init; }

    /// <summary>Only entries that contain this, letter case apart; null for all.</summary>
    public string? Phrase { get; init; }

    /// <summary>How many of them to leave out at the beginning.</summary>
    public int Skip { get; init; }

    /// <summary>How many to answer at most, up to 500.</summary>
    public int Take { get; init; } = 100;
}

/// <summary>Entries of a word list, in the order of its file.</summary>
public sealed record WordsAnswered
{
    /// <summary>How many there are, those left out among them.</summary>
    public required int Total { get; init; }

    public required IReadOnlyList<ListedEntry> Entries { get; init; }
}

/// <summary>An entry of a word list's file.</summary>
public sealed record ListedEntry
{
    public required string Entry { get; init; }

    /// <summary><c>mild</c>, <c>strong</c>, <c>severe</c> or <c>allow</c>.</summary>
    public required string Severity { get; init; }

    public IReadOnlyList<string> Labels { get; init; } = [];
}
