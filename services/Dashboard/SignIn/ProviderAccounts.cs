using System.Data.Common;
using System.Security.Claims;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Dashboard.People;

namespace Moderation.Dashboard.SignIn;

/// <summary>Finds or makes the account of somebody whom the OpenID Connect provider vouches for.</summary>
internal sealed class ProviderAccounts(
    [FromKeyedServices(DashboardModule.Name)] DbDataSource database, OpenIdConnectSettings settings, Accounts accounts, AccountChanges changes)
{
    private const string ProviderItself = "provider";

    /// <summary>
    /// The provider's subject is who somebody is; the name is only what they are called. A name that belongs to an account with a password, or to
    /// another subject, is never taken over.
    /// </summary>
    public async Task<ProviderAnswer> AdmitAsync(ClaimsPrincipal vouchedFor, CancellationToken cancellationToken)
    {
        if (vouchedFor.FindFirst("sub") is not { Value.Length: > 0 } subject)
        {
            return new(null, ProviderRefusal.Failed);
        }

        var role = settings.RoleClaim is { } claim ? RoleIn(vouchedFor.FindAll(claim)) : null;
        if (settings.RoleClaim is not null && role is null)
        {
            return new(null, ProviderRefusal.NoRole);
        }

        var known = await ClaimAsync(subject, vouchedFor.FindFirst(settings.NameClaim)?.Value, role, cancellationToken);
        if (known.Account is not { } account)
        {
            return known;
        }

        if (account.IsDisabled)
        {
            return new(null, ProviderRefusal.Disabled);
        }

        var scope = SitesOf(vouchedFor);
        if (role is not null && (role != account.Role || (role is not Roles.Admin && !scope.IsSame(account.Scope))))
        {
            await changes.ChangeRoleAsync(account, role, scope, ProviderItself, cancellationToken);
        }

        return new(await accounts.FindAsync(account.Name, cancellationToken), null);
    }

    private async Task<ProviderAnswer> ClaimAsync(Claim subject, string? typedName, string? role, CancellationToken cancellationToken)
    {
        var key = $"{subject.Issuer} {subject.Value}";
        if (await NameOfAsync(key, cancellationToken) is { } linked)
        {
            return new(await accounts.FindAsync(linked, cancellationToken), null);
        }

        if (!AccountName.TryParse(typedName, out var name))
        {
            return new(null, ProviderRefusal.NoName);
        }

        if (role is not null)
        {
            await changes.AddOfProviderAsync(name, role, SiteScope.Only([]), ProviderItself, cancellationToken);
        }

        if (await LinkAsync(name, key, cancellationToken))
        {
            return new(await accounts.FindAsync(name, cancellationToken), null);
        }

        return new(null, await accounts.FindAsync(name, cancellationToken) is null ? ProviderRefusal.Unknown : ProviderRefusal.NameTaken);
    }

    private async Task<string?> NameOfAsync(string key, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(
            "SELECT name FROM accounts WHERE provider_subject = @key", new { key }, cancellationToken: cancellationToken));
    }

    private async Task<bool> LinkAsync(string name, string key, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE accounts SET provider_subject = @key WHERE name = @name AND signs_in_by = @byProvider AND provider_subject IS NULL",
            new { name, key, byProvider = Account.ByProvider },
            cancellationToken: cancellationToken)) == 1;
    }

    private static string? RoleIn(IEnumerable<Claim> claims) => claims.Select(claim => claim.Value).Where(Roles.Knows).Order(StringComparer.Ordinal).FirstOrDefault();

    private SiteScope SitesOf(ClaimsPrincipal vouchedFor) =>
        settings.SitesClaim is { } claim ? SiteScope.Of(vouchedFor.FindAll(claim).Select(site => site.Value)) : SiteScope.All;
}

/// <summary>The account, or why there is none: one of <see cref="ProviderRefusal"/>.</summary>
internal sealed record ProviderAnswer(Account? Account, string? Refusal);

/// <summary>Why somebody of the provider is not let in, as the login page is told.</summary>
internal static class ProviderRefusal
{
    public const string Failed = "failed";
    public const string NoRole = "no-role";
    public const string NoName = "no-name";
    public const string Unknown = "unknown";
    public const string NameTaken = "name-taken";
    public const string Disabled = "disabled";
}
