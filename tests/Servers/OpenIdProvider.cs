using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Moderation.Servers;

/// <summary>
/// A small OpenID Connect provider on loopback: discovery, keys, authorization code with PKCE, user info. Whoever comes is at once the person that the
/// test names; everything else is checked as the standard says, and a client that gets something wrong gets nothing.
/// </summary>
public sealed class OpenIdProvider : IAsyncDisposable
{
    public const string ClientId = "the-desk";
    public const string ClientSecret = "the desk's secret";

    private readonly WebApplication _app;
    private readonly RSA _key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, Grant> _codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, OpenIdPerson> _tokens = new(StringComparer.Ordinal);

    private OpenIdProvider(WebApplication app) => _app = app;

    /// <summary>Who is at the browser; null to refuse.</summary>
    public OpenIdPerson? Person { get; set; }

    /// <summary>Signs with a key that is not in the list of keys.</summary>
    public bool Forges { get; set; }

    public string Address => _app.Urls.Single();

    /// <param name="host">The name it is reached at: <c>localhost</c> is another site than <c>127.0.0.1</c> for a browser.</param>
    public static async Task<OpenIdProvider> StartAsync(string host = "127.0.0.1")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://{host}:{FreePort.Next()}");
        var provider = new OpenIdProvider(builder.Build());
        provider._app.MapGet("/.well-known/openid-configuration", provider.Discovery);
        provider._app.MapGet("/keys", provider.Keys);
        provider._app.MapGet("/authorize", provider.Authorize);
        provider._app.MapPost("/token", (Delegate)provider.TokenAsync);
        provider._app.MapGet("/userinfo", provider.UserInfo);
        await provider._app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private IResult Discovery() => Results.Json(new Dictionary<string, object>
    {
        ["issuer"] = Address,
        ["authorization_endpoint"] = $"{Address}/authorize",
        ["token_endpoint"] = $"{Address}/token",
        ["userinfo_endpoint"] = $"{Address}/userinfo",
        ["jwks_uri"] = $"{Address}/keys",
        ["response_types_supported"] = new[] { "code" },
        ["subject_types_supported"] = new[] { "public" },
        ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        ["code_challenge_methods_supported"] = new[] { "S256" },
    });

    private IResult Keys()
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "1", n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) } } });
    }

    private IResult Authorize(HttpContext context)
    {
        var asked = context.Request.Query;
        if (asked["client_id"] != ClientId
            || asked["response_type"] != "code"
            || asked["code_challenge_method"] != "S256"
            || asked["code_challenge"].ToString() is not { Length: 43 } challenge
            || !asked["scope"].ToString().Split(' ').Contains("openid", StringComparer.Ordinal)
            || !Uri.TryCreate(asked["redirect_uri"], UriKind.Absolute, out var back))
        {
            return Results.BadRequest();
        }

        if (Person is not { } person)
        {
            return Results.Redirect(QueryHelpers.AddQueryString(back.ToString(), new Dictionary<string, string?> { ["error"] = "access_denied", ["state"] = asked["state"] }));
        }

        var code = RandomNumberGenerator.GetHexString(32);
        _codes[code] = new Grant(person, back.ToString(), challenge, asked["nonce"]);
        return Results.Redirect(QueryHelpers.AddQueryString(back.ToString(), new Dictionary<string, string?> { ["code"] = code, ["state"] = asked["state"] }));
    }

    private async Task<IResult> TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (form["client_id"] != ClientId
            || form["client_secret"] != ClientSecret
            || form["grant_type"] != "authorization_code"
            || !_codes.TryRemove(form["code"].ToString(), out var grant)
            || form["redirect_uri"] != grant.RedirectUri
            || Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != grant.Challenge)
        {
            return Results.BadRequest(new { error = "invalid_grant" });
        }

        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var access = RandomNumberGenerator.GetHexString(32);
        _tokens[access] = grant.Person;
        return Results.Json(new
        {
            access_token = access,
            token_type = "Bearer",
            expires_in = 300,
            id_token = Sign(new() { ["iss"] = Address, ["aud"] = ClientId, ["sub"] = grant.Person.Subject, ["iat"] = now, ["exp"] = now + 300, ["nonce"] = grant.Nonce }),
        });
    }

    // What a person is called and may do is told here, as many providers do.
    private IResult UserInfo(HttpContext context) =>
        context.Request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var token] && _tokens.TryRemove(token, out var person)
            ? Results.Json(new Dictionary<string, object>(person.Claims) { ["sub"] = person.Subject })
            : Results.Unauthorized();

    private string Sign(Dictionary<string, object?> claims)
    {
        var text = $"{Encode(new { alg = "RS256", typ = "JWT", kid = "1" })}.{Encode(claims)}";
        using var another = RSA.Create(2048);
        var signature = (Forges ? another : _key).SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{text}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));

    private sealed record Grant(OpenIdPerson Person, string RedirectUri, string Challenge, string? Nonce);
}

/// <summary>Somebody with an account at the provider.</summary>
/// <param name="Subject">Who it is, for ever.</param>
/// <param name="Claims">What the provider says of them.</param>
public sealed record OpenIdPerson(string Subject, Dictionary<string, object> Claims);
