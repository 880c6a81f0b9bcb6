namespace Moderation.Dashboard.SignIn;

/// <summary>The ways in: a browser's cookie, a program's token.</summary>
internal static class Schemes
{
    public const string Cookie = "dashboard-cookie";
    public const string Token = "dashboard-token";

    /// <summary>The policy of everything that only moderators may see.</summary>
    public const string Moderators = "dashboard-moderators";
}
