using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Dashboard.Audit;
using Moderation.Dashboard.People;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Tokens;

/// <summary>Makes, finds and revokes the tokens of programs.</summary>
internal sealed class ApiTokens([FromKeyedServices(DashboardModule.Name)] DbDataSource database, TimeProvider time, ILogger<ApiTokens> logger)
{
    private static readonly TimeSpan _step = TimeSpan.FromMinutes(1);

    /// <param name="name">What it is for; no two in force have the same.</param>
    /// <param name="scope">One of <see cref="Scopes"/>.</param>
    /// <param name="sites">Whose cases; all for a token of <see cref="Scopes.Admin"/>.</param>
    /// <param name="lasts">How long it is good for; null for ever.</param>
    /// <param name="by">The admin.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The token, to be told once: 43 characters, 256 random bits. Null when the name is taken.</returns>
    public async Task<string?> MakeAsync(string name, string scope, SiteScope sites, TimeSpan? lasts, string by, CancellationToken cancellationToken)
    {
        var token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString();
        return await database.ActAsync(
            async transaction =>
            {
                var made = await InsertAsync(transaction, id, name, scope, sites, Hash(token), lasts, by, cancellationToken);
                if (made)
                {
                    var allowed = scope == Scopes.Admin ? scope : $"{scope} {string.Join(' ', sites.Words)}";
                    await transaction.WriteAsync(Entry(by, "token-made", id) with { After = allowed, Detail = name }, cancellationToken);
                    logger.LogInformation("Token {TokenId} made by {Admin}", id, by);
                }

                return made ? token : null;
            },
            cancellationToken);
    }

    /// <summary>The token that a program sent, if it is in force.</summary>
    public async Task<ApiToken?> FindAsync(string token, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<ApiToken.Row>(new CommandDefinition(
            $"SELECT {ApiToken.Columns} FROM api_tokens WHERE token_hash = @hash", new { hash = Hash(token) }, cancellationToken: cancellationToken));
        if (row?.ToToken() is not { } found || !found.IsInForce(time.GetUtcNow()))
        {
            return null;
        }

        if (row.LastUsedAt is null || row.LastUsedAt <= Now - (long)_step.TotalMilliseconds)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "UPDATE api_tokens SET last_used_at = @now WHERE id = @id", new { id = found.Id, now = Now }, cancellationToken: cancellationToken));
        }

        return found;
    }

    /// <summary>All that ever were, the newest first.</summary>
    public async Task<IReadOnlyList<ApiToken>> AllAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<ApiToken.Row>(new CommandDefinition(
            $"SELECT {ApiToken.Columns} FROM api_tokens ORDER BY created_at DESC, id DESC", cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToToken())];
    }

    /// <returns>Whether it was in force until now.</returns>
    public Task<bool> RevokeAsync(string id, string by, CancellationToken cancellationToken) => database.ActAsync(
        async transaction =>
        {
            var name = await transaction.Connection!.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(
                "UPDATE api_tokens SET revoked_at = @now, revoked_by = @by WHERE id = @id AND revoked_at IS NULL RETURNING name",
                new { id, by, now = Now },
                transaction,
                cancellationToken: cancellationToken));
            if (name is not null)
            {
                await transaction.WriteAsync(Entry(by, "token-revoked", id) with { Detail = name }, cancellationToken);
                logger.LogInformation("Token {TokenId} revoked by {Admin}", id, by);
            }

            return name is not null;
        },
        cancellationToken);

    private async Task<bool> InsertAsync(
        DbTransaction transaction, string id, string name, string scope, SiteScope sites, string hash, TimeSpan? lasts, string by, CancellationToken cancellationToken)
    {
        // Whoever's time is over makes room for the next of the name.
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "UPDATE api_tokens SET revoked_at = expires_at WHERE name = @name AND revoked_at IS NULL AND expires_at <= @now",
            new { name, now = Now },
            transaction,
            cancellationToken: cancellationToken));
        return await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO api_tokens (id, name, scope, sites, token_hash, created_by, created_at, expires_at)
            VALUES (@id, @name, @scope, @sites, @hash, @by, @now, @expires)
            ON CONFLICT DO NOTHING
            """,
            new
            {
                id,
                name,
                scope,
                sites = Account.StoredSites(scope == Scopes.Admin ? SiteScope.All : sites),
                hash,
                by,
                now = Now,
                expires = lasts is { } duration ? Now + (long)duration.TotalMilliseconds : (long?)null,
            },
            transaction,
            cancellationToken: cancellationToken)) == 1;
    }

    private AuditEntry Entry(string by, string what, string id) => new() { At = time.GetUtcNow(), Who = by, What = what, Kind = Acts.OnToken, Subject = id };

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
