using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Learner.Log;

namespace Moderation.Learner.Versions;

/// <summary>Numbers the models of a site. Several learners come to the same model by themselves; the first gives it its number.</summary>
internal sealed class VersionStore([FromKeyedServices(LearnerModule.Name)] DbDataSource database, TimeProvider time)
{
    private const string Select = """
        SELECT version, number, made_at AS madeAt, lessons, cause, requested_by AS requestedBy,
            abuse_accuracy AS abuseAccuracy, spam_accuracy AS spamAccuracy, model
        FROM versions WHERE site_id = @site ORDER BY version DESC
        """;

    /// <summary>Gives a model its number, unless it has one already or a newer one has.</summary>
    /// <param name="site">Whose model.</param>
    /// <param name="made">The model; its version, time, cause and who asked for it are not known yet.</param>
    /// <param name="above">The number is higher than this.</param>
    /// <param name="isFirst">
    /// Whether it is the first of this process: another program may come to another model by the same log, and that of the newest program counts.
    /// </param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>All kept versions, the newest first.</returns>
    public async Task<IReadOnlyList<ModelVersion>> NumberAsync(
        string site, ModelVersion made, long above, bool isFirst, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await LogLock.TakeAsync(transaction, site, cancellationToken);
        var all = (await connection.QueryAsync<ModelVersion>(new CommandDefinition(Select, new { site }, transaction, cancellationToken: cancellationToken))).ToList();
        var last = all.FirstOrDefault();
        var isNew = last is null || made.Number > last.Number || (isFirst && made.Number == last.Number && made.Model != last.Model);
        if (!isNew && last!.Version >= above)
        {
            return all;
        }

        var now = time.GetUtcNow();
        var (cause, by) = isNew ? await CauseAsync(transaction, site, last?.Number ?? 0, made.Number, cancellationToken) : (last!.Cause, last.RequestedBy);
        var version = (isNew ? made : last!) with
        {
            Version = Math.Max(last?.Version ?? 0, above) + 1,
            MadeAt = now.ToUnixTimeMilliseconds(),
            Cause = cause,
            RequestedBy = by,
        };
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO versions (site_id, version, number, made_at, lessons, cause, requested_by, abuse_accuracy, spam_accuracy, model)
            VALUES (@site, @Version, @Number, @MadeAt, @Lessons, @Cause, @RequestedBy, @AbuseAccuracy, @SpamAccuracy, @Model)
            """,
            Parameters(site, version),
            transaction,
            cancellationToken: cancellationToken));
        var kept = KeptVersions.Of([version, .. all], now);
        foreach (var old in all.Except(kept))
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "DELETE FROM versions WHERE site_id = @site AND version = @version", new { site, version = old.Version }, transaction, cancellationToken: cancellationToken));
        }

        await transaction.CommitAsync(cancellationToken);
        return kept;
    }

    private static async Task<(string Cause, string? By)> CauseAsync(
        DbTransaction transaction, string site, long after, long until, CancellationToken cancellationToken)
    {
        await using var results = await transaction.Connection!.QueryMultipleAsync(new CommandDefinition(
            """
            SELECT change, requested_by FROM changes WHERE site_id = @site AND number > @after AND number <= @until ORDER BY number DESC LIMIT 1;

            SELECT count(*) FROM lessons JOIN lessons AS before ON before.comment_id = lessons.comment_id AND before.number < lessons.number
            WHERE lessons.site_id = @site AND lessons.number > @after AND lessons.number <= @until;
            """,
            new { site, after, until },
            transaction,
            cancellationToken: cancellationToken));
        var change = await results.ReadFirstOrDefaultAsync<(string Kind, string? By)>();
        var again = await results.ReadSingleAsync<long>();
        return change.Kind is null ? (again > 0 ? Causes.Unlearned : Causes.Learned, null) : change;
    }

    private static DynamicParameters Parameters(string site, ModelVersion version)
    {
        var parameters = new DynamicParameters(version);
        parameters.Add("site", site);
        return parameters;
    }
}
