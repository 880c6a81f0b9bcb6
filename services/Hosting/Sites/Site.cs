using System.Security.Cryptography;
using System.Text;

namespace Moderation.Hosting.Sites;

/// <summary>A website whose comments we moderate.</summary>
public sealed record Site
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>BCP 47 tag of the language the site is written in.</summary>
    public required string Language { get; init; }

    /// <summary>Origins whose pages may post and read from a browser; <c>self</c> is the address this service is reached at.</summary>
    public required IReadOnlyList<string> Origins { get; init; }

    /// <summary>Ids of pages that take no more comments.</summary>
    public required IReadOnlySet<string> ClosedPages { get; init; }

    /// <summary>Whether telephone numbers are taken out of what is published, as emails are everywhere.</summary>
    public bool HidePhoneNumbers { get; init; }

    /// <summary>Where the website's server wants to be told what is published and withdrawn; null for nowhere.</summary>
    public Uri? Webhook { get; init; }

    /// <summary>Shared with the website's server; also the key of every keyed hash of this site.</summary>
    public required string Secret { get; init; }

    /// <summary>Whether a page of this origin may talk to us about this site.</summary>
    /// <param name="origin">As browsers send it, such as <c>https://news.example.com</c>.</param>
    /// <param name="self">The origin that the request itself was sent to.</param>
    public bool Allows(string origin, string self) =>
        Origins.Contains(origin, StringComparer.OrdinalIgnoreCase)
        || (Origins.Contains("self", StringComparer.Ordinal) && string.Equals(origin, self, StringComparison.OrdinalIgnoreCase));

    /// <summary>Compares in a time that tells nothing about the secret.</summary>
    public bool HasSecret(string candidate) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(candidate)), SHA256.HashData(Encoding.UTF8.GetBytes(Secret)));

    /// <summary>
    /// Lower-case hex HMAC-SHA-256 of something about an author, keyed by site and purpose: the same author cannot be
    /// followed from one site to another, nor from one use to another.
    /// </summary>
    public string KeyedHash(string purpose, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{Secret}\n{Id}\n{purpose}"), Encoding.UTF8.GetBytes(text)));
}
