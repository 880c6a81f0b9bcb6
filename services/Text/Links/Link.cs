namespace Moderation.Text.Links;

/// <summary>A link in a text.</summary>
public sealed record Link
{
    /// <summary>Where it stands in the original; a link with a text of its own stands there with its tags and text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The host it leads to: lower case, without user and port, punycode decoded.</summary>
    public required string Host { get; init; }

    /// <summary>Whether the host was written in punycode, <c>xn--…</c>.</summary>
    public required bool IsPunycode { get; init; }

    /// <summary>The host that the link's own text names, of <c>&lt;a href&gt;</c>, <c>[url=…]</c> and <c>[text](url)</c>; null if it names none.</summary>
    public string? ShownHost { get; init; }

    /// <summary>Whether more follows the host than a slash.</summary>
    public bool HasPath { get; init; }
}
