using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Moderation.Dashboard.People;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Tokens;

/// <summary>As whom a program acts: <c>api</c> with the token of the setting, <c>api:</c> and its name with one that was made at the desk.</summary>
internal sealed class TokenPrincipal(IOptions<DashboardOptions> options, ApiTokens tokens)
{
    private readonly byte[]? _setting = string.IsNullOrWhiteSpace(options.Value.ApiToken) ? null : Hash(options.Value.ApiToken);

    public async Task<ClaimsPrincipal?> OfAsync(string token, CancellationToken cancellationToken)
    {
        if (_setting is not null && CryptographicOperations.FixedTimeEquals(Hash(token), _setting))
        {
            return As(AccountName.Api, Scopes.Admin, SiteScope.All);
        }

        return await tokens.FindAsync(token, cancellationToken) is { } found ? As($"{AccountName.Api}:{found.Name}", found.Scope, found.Sites) : null;
    }

    private static ClaimsPrincipal As(string name, string scope, SiteScope sites) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.Name, name),
            new Claim(ClaimTypes.Role, scope == Scopes.Admin ? Roles.Admin : Roles.Moderator),
            .. Scopes.In(scope).Select(included => new Claim(DeskClaims.Scope, included)),
            .. sites.Words.Select(site => new Claim(DeskClaims.Site, site)),
        ],
        Schemes.Token));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
