using Moderation.Dashboard.People;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Tokens;

/// <summary>What a program sends instead of a password; the token itself is not kept.</summary>
internal sealed record ApiToken
{
    public const string Columns =
        """
        id, name, scope, sites, created_by AS createdBy, created_at AS createdAt, expires_at AS expiresAt, last_used_at AS lastUsedAt,
        revoked_at AS revokedAt, revoked_by AS revokedBy
        """;

    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>One of <see cref="Scopes"/>.</summary>
    public required string Scope { get; init; }

    public required SiteScope Sites { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null for never.</summary>
    public required DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>To the minute.</summary>
    public required DateTimeOffset? LastUsedAt { get; init; }

    public required DateTimeOffset? RevokedAt { get; init; }

    public required string? RevokedBy { get; init; }

    public bool IsInForce(DateTimeOffset now) => RevokedAt is null && !(ExpiresAt <= now);

    internal sealed record Row(
        string Id, string Name, string Scope, string Sites, string CreatedBy, long CreatedAt, long? ExpiresAt, long? LastUsedAt, long? RevokedAt, string? RevokedBy)
    {
        public ApiToken ToToken() => new()
        {
            Id = Id,
            Name = Name,
            Scope = Scope,
            Sites = Account.ReadSites(Sites),
            CreatedBy = CreatedBy,
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
            ExpiresAt = Moment(ExpiresAt),
            LastUsedAt = Moment(LastUsedAt),
            RevokedAt = Moment(RevokedAt),
            RevokedBy = RevokedBy,
        };

        private static DateTimeOffset? Moment(long? at) => at is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;
    }
}
