namespace Moderation.Dashboard.SignIn;

/// <summary>What people are at the desk, as stored.</summary>
internal static class Roles
{
    /// <summary>Everything, on all sites.</summary>
    public const string Admin = "admin";

    /// <summary>The cases of some sites, or of all.</summary>
    public const string Moderator = "moderator";

    public static bool Knows(string? role) => role is Admin or Moderator;
}
