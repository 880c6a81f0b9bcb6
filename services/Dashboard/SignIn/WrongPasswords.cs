using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Moderation.Dashboard.SignIn;

/// <summary>Locks an address out for a minute after five wrong passwords, and an account for five minutes after ten; all instances count together.</summary>
internal sealed class WrongPasswords([FromKeyedServices(DashboardModule.Name)] DbDataSource database, TimeProvider time)
{
    private static readonly Limit _ofAddress = new(5, TimeSpan.FromMinutes(1));
    private static readonly Limit _ofAccount = new(10, TimeSpan.FromMinutes(5));

    /// <summary>Counts a try before it is made: of many at once, no more than the limit get to compare a password.</summary>
    /// <returns>The lock, or null when this try may be made. Tries while locked do not make the lock longer.</returns>
    public async Task<LockOut?> CountAsync(IPAddress? address, string account, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM wrong_passwords WHERE until <= @now", new { now = time.GetUtcNow().ToUnixTimeMilliseconds() }, cancellationToken: cancellationToken));
        return await CountAsync(connection, KeyOf(address), _ofAddress, cancellationToken)
            ?? await CountAsync(connection, KeyOf(account), _ofAccount, cancellationToken);
    }

    /// <summary>The password was right.</summary>
    public async Task ForgetAsync(IPAddress? address, string account, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM wrong_passwords WHERE who IN (@address, @account)",
            new { address = KeyOf(address), account = KeyOf(account) },
            cancellationToken: cancellationToken));
    }

    /// <summary>Lets the account try again at once.</summary>
    public async Task ForgetAsync(string account, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM wrong_passwords WHERE who = @account", new { account = KeyOf(account) }, cancellationToken: cancellationToken));
    }

    private async Task<LockOut?> CountAsync(DbConnection connection, string who, Limit limit, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var count = await connection.QuerySingleAsync<Count>(new CommandDefinition(
            """
            INSERT INTO wrong_passwords (who, wrong, until) VALUES (@who, 1, @next)
            ON CONFLICT (who) DO UPDATE SET
                wrong = CASE WHEN wrong_passwords.until <= @now THEN 1 ELSE wrong_passwords.wrong + 1 END,
                until = CASE WHEN wrong_passwords.until > @now AND wrong_passwords.wrong >= @allowed THEN wrong_passwords.until ELSE @next END
            RETURNING wrong, until
            """,
            new { who, now = now.ToUnixTimeMilliseconds(), next = (now + limit.Lasts).ToUnixTimeMilliseconds(), allowed = limit.Allowed },
            cancellationToken: cancellationToken));
        return count.Wrong <= limit.Allowed ? null
            : new LockOut(DateTimeOffset.FromUnixTimeMilliseconds(count.Until) - now, IsNew: count.Wrong == limit.Allowed + 1, limit == _ofAccount);
    }

    private static string KeyOf(string account) => $"account {account}";

    // One household of IPv6 has a whole /64 to try from.
    private static string KeyOf(IPAddress? address) => "address " + address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes()[..8]),
        _ => address.ToString(),
    };

    private sealed record Limit(int Allowed, TimeSpan Lasts);

    private sealed record Count(long Wrong, long Until);
}

/// <summary>Why a password is not even compared, how long, and whether this is the first try that met the lock.</summary>
internal sealed record LockOut(TimeSpan For, bool IsNew, bool IsOfAccount);
