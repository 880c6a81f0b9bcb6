using System.Security.Claims;
using Moderation.Dashboard.People;

namespace Moderation.Dashboard.SignIn;

/// <summary>A browser in which somebody is signed in, and who that is.</summary>
internal sealed record Session(string Id, Account Account)
{
    private const string IdClaim = "session";
    private const string StampClaim = "stamp";

    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.Name, Account.Name),
            new Claim(ClaimTypes.Role, Account.Role),
            .. Account.Scope.Words.Select(site => new Claim(DeskClaims.Site, site)),
            .. Account.FirstPasswordUntil is null ? Array.Empty<Claim>() : [new Claim(DeskClaims.FirstPassword, "")],
            new Claim(IdClaim, Id),
            new Claim(StampClaim, Account.Stamp),
        ],
        Schemes.Cookie));

    public static string? IdOf(ClaimsPrincipal? user) => user?.FindFirst(IdClaim)?.Value;

    /// <summary>Whether nothing about the account has changed since the principal was made.</summary>
    public bool IsStill(ClaimsPrincipal user) => user.HasClaim(StampClaim, Account.Stamp);
}

/// <summary>A session as it is listed.</summary>
internal sealed record ListedSession(string Id, string Account, string UserAgent, DateTimeOffset StartedAt, DateTimeOffset SeenAt);
