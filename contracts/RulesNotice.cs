namespace Moderation.Contracts;

/// <summary>Something to know about a <see cref="RulesOverlay"/>.</summary>
public sealed record RulesNotice
{
    /// <summary>One of <see cref="RulesNotices"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Whether the change it is about has no effect.</summary>
    public bool IsFault { get; init; }

    public string? Site { get; init; }

    public string? Rule { get; init; }

    public string? List { get; init; }

    public string? Language { get; init; }

    public string? Entry { get; init; }

    /// <summary>What else it is about: the entry that cancels it or finds it already, the example that fails, the value that is none.</summary>
    public string? Other { get; init; }

    /// <summary>In English, for logs and programs.</summary>
    public required string Sentence { get; init; }
}

/// <summary>The codes of notices.</summary>
public static class RulesNotices
{
    /// <summary>There is no such rule: it was never there, or its file is gone.</summary>
    public const string NoSuchRule = "no-such-rule";

    public const string NoSuchList = "no-such-list";

    public const string NoSuchLanguage = "no-such-language";

    public const string NoSuchMode = "no-such-mode";

    /// <summary>The entry cannot be looked for; <see cref="RulesNotice.Other"/> says why, in English.</summary>
    public const string WrongEntry = "wrong-entry";

    /// <summary>A score is not a number, or a rule about no words has several.</summary>
    public const string WrongScore = "wrong-score";

    /// <summary>Innocent words are the same on all sites.</summary>
    public const string InnocentOfSite = "innocent-of-site";

    /// <summary>The list has this very entry already, in a file.</summary>
    public const string AlreadyListed = "already-listed";

    /// <summary>The list finds the word already, by another entry.</summary>
    public const string AlreadyFound = "already-found";

    /// <summary>An innocent word takes away every hit of the entry as it is written.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>There is nothing to remove.</summary>
    public const string NotListed = "not-listed";

    /// <summary>No rule uses the list.</summary>
    public const string UnusedList = "unused-list";

    /// <summary>There are more changes than the desk keeps.</summary>
    public const string TooMany = "too-many";

    /// <summary>A rule no longer does what an example in its file says.</summary>
    public const string ExampleFails = "example-fails";
}
