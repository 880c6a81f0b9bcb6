using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Dashboard.Audit;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.People;

namespace Moderation.Dashboard.SignIn;

/// <summary>Who is signed in where. A session ends when its row goes, on all instances.</summary>
internal sealed class Sessions([FromKeyedServices(DashboardModule.Name)] DbDataSource database, TimeProvider time)
{
    /// <summary>A session that nobody used for so long is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    private static readonly TimeSpan _longest = TimeSpan.FromDays(7);

    // What the provider says of somebody is asked again each day.
    private static readonly TimeSpan _longestOfProvider = TimeSpan.FromHours(12);
    private static readonly TimeSpan _step = TimeSpan.FromMinutes(1);
    private const int UserAgentLength = 300;
    public const string SignedOut = "sign-out";
    public const string Ended = "session-ended";

    /// <param name="account">Who has signed in.</param>
    /// <param name="userAgent">Of the browser, by which the person knows it again.</param>
    /// <param name="by">How: <see cref="Account.ByPassword"/> or <see cref="Account.ByProvider"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Session> StartAsync(Account account, string userAgent, string by, CancellationToken cancellationToken)
    {
        var id = RandomNumberGenerator.GetHexString(32, lowercase: true);
        await database.ActAsync(
            async transaction =>
            {
                var connection = transaction.Connection!;
                await connection.ExecuteAsync(new CommandDefinition(
                    "DELETE FROM sessions WHERE seen_at <= @idle OR started_at <= @old", Limits(), transaction, cancellationToken: cancellationToken));
                await connection.ExecuteAsync(new CommandDefinition(
                    "INSERT INTO sessions (id, account, user_agent, started_at, seen_at) VALUES (@id, @name, @userAgent, @now, @now)",
                    new { id, name = account.Name, userAgent = SearchText.Storable(userAgent.Length > UserAgentLength ? userAgent[..UserAgentLength] : userAgent), now = Now },
                    transaction,
                    cancellationToken: cancellationToken));
                await connection.ExecuteAsync(new CommandDefinition(
                    "UPDATE accounts SET signed_in_at = @now WHERE name = @name", new { name = account.Name, now = Now }, transaction, cancellationToken: cancellationToken));
                await transaction.WriteAsync(Entry(account.Name, "sign-in", account.Name, by), cancellationToken);
                return true;
            },
            cancellationToken);
        return new Session(id, account);
    }

    /// <summary>The session and what its account may do now; null when it is over. Notes to the minute that somebody is there.</summary>
    public async Task<Session?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var parameters = Limits();
        parameters.Add("id", id);
        parameters.Add("byPassword", Account.ByPassword);
        parameters.Add("today", Now - (long)_longestOfProvider.TotalMilliseconds);
        var found = (await connection.QueryAsync<Account.Row, long, (Account.Row Account, long SeenAt)?>(
            new CommandDefinition(
                $"""
                SELECT {Account.Columns}, s.seen_at AS seenAt FROM sessions s JOIN accounts a ON a.name = s.account
                WHERE s.id = @id AND s.seen_at > @idle AND s.started_at > @old AND a.disabled_at IS NULL AND (a.signs_in_by = @byPassword OR s.started_at > @today)
                """,
                parameters,
                cancellationToken: cancellationToken),
            (account, seenAt) => (account, seenAt),
            splitOn: "seenAt")).SingleOrDefault();
        if (found is not { } session)
        {
            return null;
        }

        if (session.SeenAt <= Now - (long)_step.TotalMilliseconds)
        {
            await connection.ExecuteAsync(new CommandDefinition("UPDATE sessions SET seen_at = @now WHERE id = @id", new { id, now = Now }, cancellationToken: cancellationToken));
        }

        return new Session(id, session.Account.ToAccount());
    }

    /// <summary>Those that are open, of one account or of all; the newest first.</summary>
    public async Task<IReadOnlyList<ListedSession>> ListAsync(string? account, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var parameters = Limits();
        parameters.Add("account", account ?? "");
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            SELECT id, account, user_agent AS userAgent, started_at AS startedAt, seen_at AS seenAt FROM sessions
            WHERE seen_at > @idle AND started_at > @old {(account is null ? "" : "AND account = @account")} ORDER BY seen_at DESC, started_at DESC
            """,
            parameters,
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToSession())];
    }

    /// <summary>Ends one session of the account; those of others stay.</summary>
    public Task EndAsync(string account, string id, string what, CancellationToken cancellationToken) => database.ActAsync(
        async transaction =>
        {
            var ended = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                "DELETE FROM sessions WHERE account = @account AND id = @id", new { account, id }, transaction, cancellationToken: cancellationToken));
            if (ended > 0)
            {
                await transaction.WriteAsync(Entry(account, what, account, null), cancellationToken);
            }

            return ended;
        },
        cancellationToken);

    /// <summary>Ends all sessions of the account but one.</summary>
    public Task EndAllAsync(string account, string? except, string by, CancellationToken cancellationToken) => database.ActAsync(
        async transaction =>
        {
            var ended = await EndAllAsync(transaction, account, except, cancellationToken);
            if (ended > 0)
            {
                await transaction.WriteAsync(Entry(by, Ended, account, ended.ToString(CultureInfo.InvariantCulture)), cancellationToken);
            }

            return ended;
        },
        cancellationToken);

    /// <summary>Ends them within a change that says itself why.</summary>
    public static Task<int> EndAllAsync(DbTransaction transaction, string account, string? except, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "DELETE FROM sessions WHERE account = @account AND id <> @except", new { account, except = except ?? "" }, transaction, cancellationToken: cancellationToken));

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private AuditEntry Entry(string who, string what, string account, string? detail) =>
        new() { At = time.GetUtcNow(), Who = who, What = what, Kind = Acts.OnAccount, Subject = account, Detail = detail };

    private DynamicParameters Limits() => new(new { idle = Now - (long)Idle.TotalMilliseconds, old = Now - (long)_longest.TotalMilliseconds });

    private sealed record Row(string Id, string Account, string UserAgent, long StartedAt, long SeenAt)
    {
        public ListedSession ToSession() =>
            new(Id, Account, UserAgent, DateTimeOffset.FromUnixTimeMilliseconds(StartedAt), DateTimeOffset.FromUnixTimeMilliseconds(SeenAt));
    }
}
