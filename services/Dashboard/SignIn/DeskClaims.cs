namespace Moderation.Dashboard.SignIn;

/// <summary>What is known of whoever is signed in, besides the name (as in <c>decided_by</c>) and the <see cref="Roles">role</see>.</summary>
internal static class DeskClaims
{
    /// <summary>The id of a site, or <see cref="AllSites"/>; as many as there are.</summary>
    public const string Site = "site";

    public const string AllSites = "*";

    /// <summary>What a token may be used for, one claim each; whoever has a cookie has none.</summary>
    public const string Scope = "scope";

    /// <summary>There while the first password was not changed.</summary>
    public const string FirstPassword = "first-password";
}
