using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Moderation.Publisher.Webhooks;

/// <summary>
/// Signs a message as the Standard Webhooks specification says: <c>v1,</c> and in Base64 the HMAC-SHA-256 of id, time and body, joined by dots.
/// Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
/// </summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";
    private const int FewestBytes = 24;
    private const int MostBytes = 64;

    /// <param name="secret"><c>whsec_</c> and 24 to 64 bytes in Base64.</param>
    /// <param name="key">The bytes.</param>
    public static bool TryReadSecret(string? secret, [NotNullWhen(true)] out byte[]? key)
    {
        var bytes = new byte[MostBytes + 1];
        key = secret is not null
            && secret.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(secret[Prefix.Length..], bytes, out var length)
            && length is >= FewestBytes and <= MostBytes
                ? bytes[..length]
                : null;
        return key is not null;
    }

    /// <param name="id">As in the header <c>webhook-id</c>.</param>
    /// <param name="timestamp">Unix seconds, as in the header <c>webhook-timestamp</c>.</param>
    /// <param name="body">As it is sent.</param>
    /// <param name="key">Of <see cref="TryReadSecret"/>.</param>
    public static string Of(string id, long timestamp, string body, byte[] key) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}"))));
}
