using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Moderation.Dashboard.SignIn;

internal static class Policies
{
    public static void AddPolicies(this AuthorizationBuilder policies) => policies
        .SetDefaultPolicy(new AuthorizationPolicyBuilder(Schemes.Cookie).RequireAuthenticatedUser().RequireAssertion(call => IsSettled(call.User)).Build())
        .AddPolicy(Schemes.Moderators, policy => Require(policy, user => MayBy(Scopes.Read, user)))
        .AddPolicy(Schemes.Deciders, policy => Require(policy, user => MayBy(Scopes.Decide, user)))
        .AddPolicy(Schemes.Admins, policy => Require(policy, user => MayBy(Scopes.Admin, user) && user.IsInRole(Roles.Admin)))
        .AddPolicy(Schemes.Persons, policy => policy.AddAuthenticationSchemes(Schemes.Cookie).RequireAuthenticatedUser());

    /// <summary>Whether nothing has to be done first: a password that somebody else made up must be changed.</summary>
    public static bool IsSettled(ClaimsPrincipal user) => !user.HasClaim(claim => claim.Type == DeskClaims.FirstPassword);

    private static void Require(AuthorizationPolicyBuilder policy, Func<ClaimsPrincipal, bool> isAllowed) => policy
        .AddAuthenticationSchemes(Schemes.Cookie, Schemes.Token)
        .RequireAuthenticatedUser()
        .RequireAssertion(call => IsSettled(call.User) && isAllowed(call.User));

    // Persons are not bound by scopes, only by their role and sites.
    private static bool MayBy(string scope, ClaimsPrincipal user) =>
        user.Identities.Any(identity => identity.AuthenticationType == Schemes.Cookie) || user.HasClaim(DeskClaims.Scope, scope);
}
