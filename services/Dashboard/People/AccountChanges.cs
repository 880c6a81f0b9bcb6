using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Dashboard.Audit;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.People;

/// <summary>What admins do with other people's accounts. Whatever they change is in force at once, in pages that are open too.</summary>
internal sealed class AccountChanges(
    [FromKeyedServices(DashboardModule.Name)] DbDataSource database, WrongPasswords wrongPasswords, TimeProvider time, ILogger<AccountChanges> logger)
{
    private static readonly TimeSpan _firstPasswordLasts = TimeSpan.FromDays(7);

    /// <summary>A mark that nobody had before.</summary>
    public static string NewStamp() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>Makes an account that signs in with a password.</summary>
    /// <returns>The first password, to be told once; null when the name is taken.</returns>
    public async Task<string?> AddAsync(string name, string role, SiteScope scope, string by, CancellationToken cancellationToken)
    {
        var password = Passwords.MakeUp();
        return await InsertAsync(name, role, scope, Account.ByPassword, Passwords.Hash(password), by, cancellationToken) ? password : null;
    }

    /// <summary>Makes an account for somebody who signs in through OpenID Connect.</summary>
    /// <returns>Whether the name was free.</returns>
    public Task<bool> AddOfProviderAsync(string name, string role, SiteScope scope, string by, CancellationToken cancellationToken) =>
        InsertAsync(name, role, scope, Account.ByProvider, null, by, cancellationToken);

    public Task ChangeRoleAsync(Account account, string role, SiteScope scope, string by, CancellationToken cancellationToken) => UpdateAsync(
        account,
        "role = @role, sites = @sites",
        new(new { role, sites = Account.StoredSites(scope) }),
        Entry("role-changed", account.Name, by) with { Before = Words(account.Role, account.Scope), After = Words(role, scope) },
        endSessions: false,
        cancellationToken);

    public Task DisableAsync(Account account, string by, CancellationToken cancellationToken) => UpdateAsync(
        account, "disabled_at = @now", new(new { now = Now }), Entry("account-disabled", account.Name, by), endSessions: true, cancellationToken);

    public Task EnableAsync(Account account, string by, CancellationToken cancellationToken) => UpdateAsync(
        account, "disabled_at = NULL", new(), Entry("account-enabled", account.Name, by), endSessions: false, cancellationToken);

    /// <summary>Gives the account a first password again, ends its sessions and its lock.</summary>
    /// <returns>The password, to be told once.</returns>
    public async Task<string> ResetPasswordAsync(Account account, string by, CancellationToken cancellationToken)
    {
        var password = Passwords.MakeUp();
        await UpdateAsync(
            account,
            "password_hash = @hash, first_password_until = @until",
            new(new { hash = Passwords.Hash(password), until = FirstPasswordUntil }),
            Entry("password-reset", account.Name, by),
            endSessions: true,
            cancellationToken);
        await wrongPasswords.ForgetAsync(account.Name, cancellationToken);
        return password;
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private long FirstPasswordUntil => (time.GetUtcNow() + _firstPasswordLasts).ToUnixTimeMilliseconds();

    private Task<bool> InsertAsync(string name, string role, SiteScope scope, string signsInBy, string? hash, string by, CancellationToken cancellationToken) =>
        database.ActAsync(
            async transaction =>
            {
                var made = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                    """
                    INSERT INTO accounts (name, role, sites, signs_in_by, password_hash, first_password_until, stamp, created_by, created_at)
                    VALUES (@name, @role, @sites, @signsInBy, @hash, @until, @stamp, @by, @now)
                    ON CONFLICT (name) DO NOTHING
                    """,
                    new
                    {
                        name,
                        role,
                        sites = Account.StoredSites(scope),
                        signsInBy,
                        hash,
                        until = hash is null ? (long?)null : FirstPasswordUntil,
                        stamp = NewStamp(),
                        by,
                        now = Now,
                    },
                    transaction,
                    cancellationToken: cancellationToken)) == 1;
                if (made)
                {
                    await transaction.WriteAsync(Entry("account-added", name, by) with { After = Words(role, scope), Detail = signsInBy }, cancellationToken);
                    logger.LogInformation("Account {Account} made as {Role} by {Admin}", name, role, by);
                }

                return made;
            },
            cancellationToken);

    private async Task UpdateAsync(
        Account account, string set, DynamicParameters parameters, AuditEntry entry, bool endSessions, CancellationToken cancellationToken)
    {
        if (account.IsOperators)
        {
            throw new InvalidOperationException("The operators' own account is changed by its owner and by the setting alone.");
        }

        parameters.Add("name", account.Name);
        parameters.Add("stamp", NewStamp());
        await database.ActAsync(
            async transaction =>
            {
                await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                    $"UPDATE accounts SET {set}, stamp = @stamp WHERE name = @name", parameters, transaction, cancellationToken: cancellationToken));
                if (endSessions)
                {
                    await Sessions.EndAllAsync(transaction, account.Name, except: null, cancellationToken);
                }

                await transaction.WriteAsync(entry, cancellationToken);
                return true;
            },
            cancellationToken);
        logger.LogInformation("Account {Account}: {Act} by {Admin}", account.Name, entry.What, entry.Who);
    }

    private AuditEntry Entry(string what, string name, string by) =>
        new() { At = time.GetUtcNow(), Who = by, What = what, Kind = Acts.OnAccount, Subject = name };

    private static string Words(string role, SiteScope scope) => role == Roles.Admin ? role : $"{role} {string.Join(' ', scope.Words)}".TrimEnd();
}
