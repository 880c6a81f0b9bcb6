namespace Moderation.Dashboard.Audit;

/// <summary>One act: who did what to what. Ids, names and states only, so that nothing of a reader has ever to be erased from it.</summary>
internal sealed record AuditEntry
{
    public required DateTimeOffset At { get; init; }

    /// <summary>The account's name; or <c>rules</c>, <c>import</c>, <c>author</c>, <c>api</c>.</summary>
    public required string Who { get; init; }

    /// <summary>The act, as code spells it: <c>approve</c>, <c>sign-in</c>, <c>rule-edited</c>.</summary>
    public required string What { get; init; }

    /// <summary>What kind of thing <see cref="Subject"/> is: <c>comment</c>, <c>account</c>, <c>rule</c>, <c>author</c>, <c>dead-message</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its id, which says nothing about a reader. An author's is the keyed hash.</summary>
    public required string Subject { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    /// <summary>Such as the hash of the ruleset, or how many things were meant.</summary>
    public string? Detail { get; init; }
}
