using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Contracts;
using Moderation.Dashboard.Audit;
using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Rules;

/// <summary>Keeps every version of what was changed of the rules at the desk. Of two who save at once, the first.</summary>
internal sealed class RulesVersions([FromKeyedServices(DashboardModule.Name)] DbDataSource database, TimeProvider time, ILogger<RulesVersions> logger)
{
    private const string Columns = "version, overlay, saved_by AS savedBy, saved_at AS savedAt, note, restores, ruleset";

    /// <summary>The version in force; <see cref="RulesVersion.None"/> when nothing was ever changed.</summary>
    public async Task<RulesVersion> LatestAsync(CancellationToken cancellationToken) =>
        await QueryAsync("ORDER BY version DESC LIMIT 1", new { }, cancellationToken) is [var latest] ? latest : RulesVersion.None;

    /// <summary>Its number alone.</summary>
    public async Task<long> LatestNumberAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT coalesce(max(version), 0) FROM rules_versions", cancellationToken: cancellationToken));
    }

    /// <summary>Null when there is none of this number; 0 is that before all changes.</summary>
    public async Task<RulesVersion?> FindAsync(long version, CancellationToken cancellationToken) =>
        version == 0 ? RulesVersion.None
        : await QueryAsync("WHERE version = @version", new { version }, cancellationToken) is [var found] ? found
        : null;

    /// <summary>The newest first.</summary>
    /// <param name="before">Only older ones; null from the newest on.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<IReadOnlyList<RulesVersion>> ListAsync(long? before, int limit, CancellationToken cancellationToken) =>
        QueryAsync("WHERE version < @before ORDER BY version DESC LIMIT @limit", new { before = before ?? long.MaxValue, limit }, cancellationToken);

    /// <summary>Saves a new version.</summary>
    /// <param name="overlay">All changes, as <see cref="OverlayEdits.SignedBy"/> leaves them.</param>
    /// <param name="basedOn">The version that it was made from.</param>
    /// <param name="by">Who saves it.</param>
    /// <param name="note">Why; null for no reason given.</param>
    /// <param name="restores">The version that is brought back.</param>
    /// <param name="ruleset">The hash of the ruleset that it makes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Null when another version was saved meanwhile; nothing is saved then.</returns>
    public async Task<RulesVersion?> SaveAsync(
        RulesOverlay overlay, long basedOn, string by, string? note, long? restores, string? ruleset, CancellationToken cancellationToken)
    {
        var saved = new RulesVersion
        {
            Version = basedOn + 1,
            Overlay = overlay,
            SavedBy = by,
            SavedAt = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()),
            Note = string.IsNullOrWhiteSpace(note) ? null : SearchText.Storable(note.Trim()),
            Restores = restores,
            Ruleset = ruleset,
        };
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var rows = await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO rules_versions (version, overlay, saved_by, saved_at, note, restores, ruleset)
            SELECT @version, @overlay, @by, @at, @note, @restores, @ruleset
            WHERE (SELECT coalesce(max(version), 0) FROM rules_versions) = @basedOn
            ON CONFLICT (version) DO NOTHING
            """,
            new
            {
                version = saved.Version,
                overlay = SearchText.Storable(StoredJson.Of(overlay)),
                by,
                at = saved.SavedAt.ToUnixTimeMilliseconds(),
                note = saved.Note,
                restores,
                ruleset,
                basedOn,
            },
            transaction,
            cancellationToken: cancellationToken));
        if (rows == 0)
        {
            return null;
        }

        await AuditLog.AppendAsync(
            connection,
            transaction,
            new AuditEntry
            {
                At = saved.SavedAt,
                Who = by,
                What = restores is null ? "rules-changed" : "rules-restored",
                Kind = "rules",
                Subject = $"version {saved.Version}",
                Before = $"version {basedOn}",
                After = $"version {restores ?? saved.Version}",
                Detail = ruleset,
            },
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        logger.LogInformation("Version {Version} of the rules was saved by {Moderator}", saved.Version, by);
        return saved;
    }

    private async Task<IReadOnlyList<RulesVersion>> QueryAsync(string rest, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM rules_versions {rest}", parameters, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToVersion())];
    }

    private sealed class Row
    {
        public long Version { get; init; }

        public string Overlay { get; init; } = "";

        public string SavedBy { get; init; } = "";

        public long SavedAt { get; init; }

        public string? Note { get; init; }

        public long? Restores { get; init; }

        public string? Ruleset { get; init; }

        public RulesVersion ToVersion() => new()
        {
            Version = Version,
            Overlay = StoredJson.Read<RulesOverlay>(Overlay),
            SavedBy = SavedBy,
            SavedAt = DateTimeOffset.FromUnixTimeMilliseconds(SavedAt),
            Note = Note,
            Restores = Restores,
            Ruleset = Ruleset,
        };
    }
}
