using System.Data.Common;
using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.People;

/// <summary>Lets people choose a password of their own.</summary>
internal sealed class OwnPassword(
    [FromKeyedServices(DashboardModule.Name)] DbDataSource database, PasswordSignIn door, WrongPasswords wrongPasswords, TimeProvider time,
    ILogger<OwnPassword> logger)
{
    /// <summary>Whether nobody would guess it at once; what it is made of is the person's own affair.</summary>
    public static bool IsGoodEnough(string password, string name) =>
        password.Length is >= Passwords.MinLength and <= Passwords.MaxLength
        && password.Distinct().Count() > 3
        && !password.Contains(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Ends all other sessions of the account.</summary>
    /// <returns>Whether the present password was the right one; after too many wrong ones it is not looked at.</returns>
    public async Task<bool> ChangeAsync(string name, string present, string next, string session, IPAddress? address, CancellationToken cancellationToken)
    {
        if (await wrongPasswords.CountAsync(address, name, cancellationToken) is not null || !await door.FitsAsync(name, present, cancellationToken))
        {
            return false;
        }

        await wrongPasswords.ForgetAsync(address, name, cancellationToken);
        await database.ActAsync(
            async transaction =>
            {
                await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                    "UPDATE accounts SET password_hash = @hash, first_password_until = NULL, stamp = @stamp WHERE name = @name AND signs_in_by = @byPassword",
                    new { name, hash = Passwords.Hash(next), stamp = AccountChanges.NewStamp(), byPassword = Account.ByPassword },
                    transaction,
                    cancellationToken: cancellationToken));
                await Sessions.EndAllAsync(transaction, name, except: session, cancellationToken);
                await transaction.WriteAsync(
                    new() { At = time.GetUtcNow(), Who = name, What = "password-changed", Kind = Acts.OnAccount, Subject = name }, cancellationToken);
                return true;
            },
            cancellationToken);
        logger.LogInformation("Account {Account} has another password of its own", name);
        return true;
    }
}
