using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moderation.Dashboard.People;

namespace Moderation.Dashboard.SignIn;

/// <summary>
/// Keeps the account <c>admin</c> in step with <c>Dashboard:Password</c> when an instance starts: a setting that is not the one of the start before
/// is the password again, whatever was chosen at the desk meanwhile, and ends all sessions of the account.
/// </summary>
internal sealed class OperatorsAccount(
    [FromKeyedServices(DashboardModule.Name)] DbDataSource database, IOptions<DashboardOptions> options, TimeProvider time, ILogger<OperatorsAccount> logger)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var known = await connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(
            "SELECT setting_hash FROM accounts WHERE name = @admin", new { admin = AccountName.Admin }, cancellationToken: cancellationToken));
        if (known is not null && Passwords.Fits(known, options.Value.Password))
        {
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO accounts (name, role, sites, signs_in_by, setting_hash, stamp, created_by, created_at)
            VALUES (@admin, @role, @sites, @byPassword, @hash, @stamp, @admin, @now)
            ON CONFLICT (name) DO UPDATE SET password_hash = NULL, first_password_until = NULL, setting_hash = @hash, stamp = @stamp
            """,
            new
            {
                admin = AccountName.Admin,
                role = Roles.Admin,
                sites = Account.StoredSites(SiteScope.All),
                byPassword = Account.ByPassword,
                hash = Passwords.Hash(options.Value.Password),
                stamp = AccountChanges.NewStamp(),
                now = time.GetUtcNow().ToUnixTimeMilliseconds(),
            },
            transaction,
            cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM sessions WHERE account = @admin", new { admin = AccountName.Admin }, transaction, cancellationToken: cancellationToken));
        if (known is not null)
        {
            await transaction.WriteAsync(
                new() { At = time.GetUtcNow(), Who = AccountName.Admin, What = "password-reset", Kind = Acts.OnAccount, Subject = AccountName.Admin, Detail = "Dashboard:Password" },
                cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        if (known is not null)
        {
            logger.LogInformation("Dashboard:Password is another one than before: it is the password of {Account} again", AccountName.Admin);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
