using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Moderation.Dashboard.SignIn;

/// <summary>Who may in, and as whom they decide. Compares in a time that tells nothing about the secrets.</summary>
internal sealed class Credentials(IOptions<DashboardOptions> options)
{
    private const string Admin = "admin";
    private const string Api = "api";
    private const string PasswordMark = "password-mark";

    private readonly byte[] _password = Hash(options.Value.Password);
    private readonly byte[]? _token = string.IsNullOrWhiteSpace(options.Value.ApiToken) ? null : Hash(options.Value.ApiToken);

    public ClaimsPrincipal? SignIn(string password) =>
        CryptographicOperations.FixedTimeEquals(Hash(password), _password)
            ? As(Admin, Schemes.Cookie, new Claim(PasswordMark, Mark))
            : null;

    /// <summary>Whoever has the token decides under the name <c>api</c>.</summary>
    public ClaimsPrincipal? WithToken(string token) =>
        _token is not null && CryptographicOperations.FixedTimeEquals(Hash(token), _token)
            ? As(Api, Schemes.Token, [.. Scopes.All.Select(scope => new Claim(DeskClaims.Scope, scope))])
            : null;

    /// <summary>Whether the cookie was given for the password that is in force.</summary>
    public bool StillHolds(ClaimsPrincipal? user) => user?.HasClaim(PasswordMark, Mark) is true;

    // The cookie is encrypted; a changed password makes all that were given before it worthless.
    private string Mark => Convert.ToHexStringLower(SHA256.HashData(_password)[..8]);

    private static ClaimsPrincipal As(string name, string scheme, params Claim[] more) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.Role, Roles.Admin), .. more], scheme));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
