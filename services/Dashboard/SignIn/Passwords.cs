using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace Moderation.Dashboard.SignIn;

/// <summary>Hashes and compares passwords with ASP.NET Core Identity's hasher (PBKDF2 with a salt).</summary>
internal static class Passwords
{
    public const int MinLength = 10;
    public const int MaxLength = 200;

    private static readonly PasswordHasher<object> _hasher = new();
    private static readonly object _nobody = new();

    // Compared with where there is no account: the answer takes as long, and tells nothing.
    private static readonly string _nobodys = _hasher.HashPassword(_nobody, RandomNumberGenerator.GetHexString(32));

    public static string Hash(string password) => _hasher.HashPassword(_nobody, password);

    public static bool Fits(string? hash, string password) =>
        _hasher.VerifyHashedPassword(_nobody, hash ?? _nobodys, password) is not PasswordVerificationResult.Failed
        && hash is not null;

    /// <summary>A password to be told once: four groups of letters and digits that cannot be mistaken for each other, 79 bits.</summary>
    public static string MakeUp() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 4)));
}
