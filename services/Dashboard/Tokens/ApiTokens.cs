using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
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
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // Whoever's time is over makes room for the next of the name.
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE api_tokens SET revoked_at = expires_at WHERE name = @name AND revoked_at IS NULL AND expires_at <= @now",
            new { name, now = Now },
            cancellationToken: cancellationToken));
        var made = await connection.ExecuteAsync(new CommandDefinition(
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
                hash = Hash(token),
                by,
                now = Now,
                expires = lasts is { } duration ? Now + (long)duration.TotalMilliseconds : (long?)null,
            },
            cancellationToken: cancellationToken));
        if (made == 0)
        {
            return null;
        }

        logger.LogInformation("Token {TokenId} made by {Admin}", id, by);
        return token;
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
    public async Task<bool> RevokeAsync(string id, string by, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var revoked = await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE api_tokens SET revoked_at = @now, revoked_by = @by WHERE id = @id AND revoked_at IS NULL",
            new { id, by, now = Now },
            cancellationToken: cancellationToken));
        if (revoked == 1)
        {
            logger.LogInformation("Token {TokenId} revoked by {Admin}", id, by);
        }

        return revoked == 1;
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
