using System.Data.Common;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moderation.Dashboard.People;

namespace Moderation.Dashboard.SignIn;

/// <summary>Lets people in who know their password.</summary>
internal sealed class PasswordSignIn(
    [FromKeyedServices(DashboardModule.Name)] DbDataSource database, Accounts accounts, WrongPasswords wrongPasswords, IOptions<DashboardOptions> options,
    TimeProvider time, ILogger<PasswordSignIn> logger)
{
    private const string Unknown = "unknown";
    private readonly byte[] _setting = Hash(options.Value.Password);

    public async Task<SignInAnswer> TryAsync(string typedName, string password, IPAddress? address, CancellationToken cancellationToken)
    {
        // What can be nobody's name is compared and counted too, under one name for all.
        var name = AccountName.TryParse(typedName, out var known) ? known : "";
        if (await wrongPasswords.CountAsync(address, name, cancellationToken) is { } locked)
        {
            await NoteAsync(locked, name, cancellationToken);
            return new SignInAnswer.Locked(locked.For);
        }

        var fits = await FitsAsync(name, password, cancellationToken);
        var account = await accounts.FindAsync(name, cancellationToken);
        if (!fits || account is null || account.IsDisabled)
        {
            logger.LogInformation("A wrong user name or password");
            return new SignInAnswer.Wrong();
        }

        await wrongPasswords.ForgetAsync(address, name, cancellationToken);
        return account.FirstPasswordUntil <= time.GetUtcNow() ? new SignInAnswer.TooLate() : new SignInAnswer.Admitted(account);
    }

    private async Task NoteAsync(LockOut locked, string name, CancellationToken cancellationToken)
    {
        if (!locked.IsNew)
        {
            return;
        }

        // What was typed may be anything, even a password; only what is known is written down.
        var who = await accounts.FindAsync(name, cancellationToken) is null ? Unknown : name;
        logger.LogWarning("Too many wrong passwords for {Account}: locked out by {Lock}", who, locked.IsOfAccount ? "account" : "address");
        await database.ActAsync(
            async transaction =>
            {
                await transaction.WriteAsync(
                    new() { At = time.GetUtcNow(), Who = who, What = "locked-out", Kind = Acts.OnAccount, Subject = who, Detail = locked.IsOfAccount ? "account" : "address" },
                    cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Whether it is the account's password. Takes as long when there is no such account.</summary>
    public async Task<bool> FitsAsync(string name, string password, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var hash = await connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(
            "SELECT password_hash FROM accounts WHERE name = @name", new { name }, cancellationToken: cancellationToken));
        return hash is null && name == AccountName.Admin
            ? CryptographicOperations.FixedTimeEquals(Hash(password), _setting)
            : Passwords.Fits(hash, password);
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}

/// <summary>What became of a try to sign in.</summary>
internal abstract record SignInAnswer
{
    public sealed record Admitted(Account Account) : SignInAnswer;

    public sealed record Wrong : SignInAnswer;

    /// <summary>The password was right, but a first one and too old.</summary>
    public sealed record TooLate : SignInAnswer;

    public sealed record Locked(TimeSpan For) : SignInAnswer;
}
