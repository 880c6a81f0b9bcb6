namespace Moderation.Dashboard.SignIn;

/// <summary>The ways in, a browser's cookie or a program's token, and the policies of what is behind them.</summary>
internal static class Schemes
{
    public const string Cookie = "dashboard-cookie";
    public const string Token = "dashboard-token";

    /// <summary>The policy of everything that only moderators may see: a cookie, or a token that may read. <c>[Authorize]</c> alone asks for the cookie.</summary>
    public const string Moderators = "dashboard-moderators";

    /// <summary>The policy of what decides cases: a cookie, or a token that may decide.</summary>
    public const string Deciders = "dashboard-deciders";

    /// <summary>The policy of what only admins may: an admin's cookie, or a token of that scope.</summary>
    public const string Admins = "dashboard-admins";

    /// <summary>The policy of a person's own account: the only one that lets in who has not changed the first password yet.</summary>
    public const string Persons = "dashboard-persons";
}
