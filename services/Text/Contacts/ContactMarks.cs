namespace Moderation.Text.Contacts;

/// <summary>What stands in a text in place of what nobody may read.</summary>
public sealed record ContactMarks
{
    /// <summary>For an email address.</summary>
    public required string Email { get; init; }

    /// <summary>For a <c>user:password@host</c>.</summary>
    public required string Credentials { get; init; }

    /// <summary>For a telephone number; null if numbers stay.</summary>
    public string? Phone { get; init; }
}
