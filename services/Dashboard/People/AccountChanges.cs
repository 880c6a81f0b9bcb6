using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.People;

/// <summary>What admins do with other people's accounts. Whatever they change is in force at once, in pages that are open too.</summary>
internal sealed class AccountChanges(
    [FromKeyedServices(DashboardModule.Name)] DbDataSource database, Sessions sessions, WrongPasswords wrongPasswords, TimeProvider time, ILogger<AccountChanges> logger)
{
    private static readonly TimeSpan _firstPasswordLasts = TimeSpan.FromDays(7);

    /// <summary>A mark that nobody had before.</summary>
    public static string NewStamp() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>Makes an account that signs in with a password.</summary>
    /// <returns>The first password, to be told once; null when the name is taken.</returns>
    public async Task<string?> AddAsync(string name, string role, SiteScope scope, string by, CancellationToken cancellationToken)
    {
        var password = Passwords.MakeUp();
        var made = await InsertAsync(name, role, scope, Account.ByPassword, Passwords.Hash(password), by, cancellationToken);
        return made ? password : null;
    }

    /// <summary>Makes an account for somebody who signs in through OpenID Connect.</summary>
    /// <returns>Whether the name was free.</returns>
    public Task<bool> AddOfProviderAsync(string name, string role, SiteScope scope, string by, CancellationToken cancellationToken) =>
        InsertAsync(name, role, scope, Account.ByProvider, null, by, cancellationToken);

    public async Task ChangeRoleAsync(string name, string role, SiteScope scope, string by, CancellationToken cancellationToken)
    {
        await UpdateAsync("role = @role, sites = @sites", name, new { name, role, sites = Account.StoredSites(scope), stamp = NewStamp() }, cancellationToken);
        logger.LogInformation("Account {Account} became {Role} by {Admin}", name, role, by);
    }

    public async Task DisableAsync(string name, string by, CancellationToken cancellationToken)
    {
        await UpdateAsync("disabled_at = @now", name, new { name, now = Now, stamp = NewStamp() }, cancellationToken);
        await sessions.EndAllAsync(name, except: null, cancellationToken);
        logger.LogInformation("Account {Account} disabled by {Admin}", name, by);
    }

    public async Task EnableAsync(string name, string by, CancellationToken cancellationToken)
    {
        await UpdateAsync("disabled_at = NULL", name, new { name, stamp = NewStamp() }, cancellationToken);
        logger.LogInformation("Account {Account} enabled by {Admin}", name, by);
    }

    /// <summary>Gives the account a first password again, ends its sessions and its lock.</summary>
    /// <returns>The password, to be told once.</returns>
    public async Task<string> ResetPasswordAsync(string name, string by, CancellationToken cancellationToken)
    {
        var password = Passwords.MakeUp();
        await UpdateAsync(
            "password_hash = @hash, first_password_until = @until",
            name,
            new { name, hash = Passwords.Hash(password), until = Now + (long)_firstPasswordLasts.TotalMilliseconds, stamp = NewStamp() },
            cancellationToken);
        await sessions.EndAllAsync(name, except: null, cancellationToken);
        await wrongPasswords.ForgetAsync(name, cancellationToken);
        logger.LogInformation("Account {Account} got a first password by {Admin}", name, by);
        return password;
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private async Task<bool> InsertAsync(
        string name, string role, SiteScope scope, string signsInBy, string? hash, string by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var made = await connection.ExecuteAsync(new CommandDefinition(
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
                until = hash is null ? (long?)null : Now + (long)_firstPasswordLasts.TotalMilliseconds,
                stamp = NewStamp(),
                by,
                now = Now,
            },
            cancellationToken: cancellationToken));
        if (made == 1)
        {
            logger.LogInformation("Account {Account} made as {Role} by {Admin}", name, role, by);
        }

        return made == 1;
    }

    private async Task UpdateAsync(string set, string name, object parameters, CancellationToken cancellationToken)
    {
        if (name == AccountName.Admin)
        {
            throw new InvalidOperationException("The operators' own account is changed by its owner and by the setting alone.");
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            $"UPDATE accounts SET {set}, stamp = @stamp WHERE name = @name", parameters, cancellationToken: cancellationToken));
    }
}
