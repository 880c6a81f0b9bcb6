using Moderation.Dashboard.Cases;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.People;

/// <summary>Somebody who works at the desk.</summary>
internal sealed record Account
{
    public const string ByPassword = "password";
    public const string ByProvider = "provider";

    /// <summary>The columns that make a <see cref="Row"/>.</summary>
    public const string Columns =
        """
        a.name, a.role, a.sites, a.signs_in_by AS signsInBy, a.first_password_until AS firstPasswordUntil, a.stamp, a.created_by AS createdBy,
        a.created_at AS createdAt, a.signed_in_at AS signedInAt, a.disabled_at AS disabledAt
        """;

    public required string Name { get; init; }

    public required string Role { get; init; }

    public required SiteScope Scope { get; init; }

    /// <summary><see cref="ByPassword"/>, or <see cref="ByProvider"/> for OpenID Connect.</summary>
    public required string SignsInBy { get; init; }

    /// <summary>How long the password that an admin made up lets in; null for a person's own.</summary>
    public required DateTimeOffset? FirstPasswordUntil { get; init; }

    /// <summary>Another one whenever what the account may do has changed.</summary>
    public required string Stamp { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? SignedInAt { get; init; }

    public required bool IsDisabled { get; init; }

    /// <summary>Whether this is the operators' own account, which the setting lets in whatever happens here.</summary>
    public bool IsOperators => Name == AccountName.Admin;

    internal sealed record Row(
        string Name, string Role, string Sites, string SignsInBy, long? FirstPasswordUntil, string Stamp, string CreatedBy, long CreatedAt, long? SignedInAt,
        long? DisabledAt)
    {
        public Account ToAccount() => new()
        {
            Name = Name,
            Role = Role,
            Scope = Role == Roles.Admin ? SiteScope.All : ReadSites(Sites),
            SignsInBy = SignsInBy,
            FirstPasswordUntil = Moment(FirstPasswordUntil),
            Stamp = Stamp,
            CreatedBy = CreatedBy,
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
            SignedInAt = Moment(SignedInAt),
            IsDisabled = DisabledAt is not null,
        };
    }

    public static string StoredSites(SiteScope scope) => StoredJson.Of(scope.Words);

    public static SiteScope ReadSites(string stored) => SiteScope.Of(StoredJson.Read<List<string>>(stored));

    private static DateTimeOffset? Moment(long? at) => at is { } known ? DateTimeOffset.FromUnixTimeMilliseconds(known) : null;
}
