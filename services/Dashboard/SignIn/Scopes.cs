namespace Moderation.Dashboard.SignIn;

/// <summary>What tokens are for, as stored: each includes the one before.</summary>
internal static class Scopes
{
    public const string Read = "read";
    public const string Decide = "decide";
    public const string Admin = "admin";

    public static IReadOnlyList<string> All { get; } = [Read, Decide, Admin];

    public static bool Knows(string? scope) => scope is Read or Decide or Admin;

    /// <summary>The scope and those it includes.</summary>
    public static IEnumerable<string> In(string scope) => scope switch
    {
        Admin => [Read, Decide, Admin],
        Decide => [Read, Decide],
        Read => [Read],
        _ => [],
    };
}
