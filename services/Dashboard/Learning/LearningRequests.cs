using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Dashboard.Audit;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.People;

namespace Moderation.Dashboard.Learning;

/// <summary>What admins asked the learner for, until the bus has taken it and the report shows it.</summary>
internal sealed class LearningRequests([FromKeyedServices(DashboardModule.Name)] DbDataSource database, TimeProvider time)
{
    private const string Columns =
        "id, site_id AS siteId, change, version, moderator, version_before AS versionBefore, requested_by AS requestedBy, requested_at AS requestedAt, published_at AS publishedAt";

    // After that, whether it was carried out is a matter of the audit and the versions.
    private static readonly TimeSpan _shown = TimeSpan.FromDays(1);

    /// <summary>Writes the wish down, and into the audit; it is handed to the bus by itself.</summary>
    public Task AddAsync(LearningChangeRequested wanted, long versionBefore, CancellationToken cancellationToken) => database.ActAsync(
        async transaction =>
        {
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO learning_requests (id, site_id, change, version, moderator, version_before, requested_by, requested_at)
                VALUES (@id, @siteId, @change, @version, @moderator, @versionBefore, @by, @at)
                """,
                new
                {
                    id = wanted.RequestId.ToString(),
                    siteId = wanted.SiteId,
                    change = ChangeWords.Of(wanted.Change),
                    version = wanted.Version,
                    moderator = wanted.Moderator is { } moderator ? SearchText.Storable(moderator) : null,
                    versionBefore,
                    by = wanted.RequestedBy,
                    at = wanted.RequestedAt.ToUnixTimeMilliseconds(),
                },
                transaction,
                cancellationToken: cancellationToken));
            await transaction.WriteAsync(
                new AuditEntry
                {
                    At = wanted.RequestedAt,
                    Who = wanted.RequestedBy,
                    What = ChangeWords.ActOf(wanted.Change),
                    Kind = "learning",
                    Subject = wanted.SiteId,
                    Before = $"version {versionBefore}",
                    After = wanted.Version is { } version ? $"version {version}" : null,
                    Detail = wanted.Moderator,
                },
                cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>The last one about each moderator, and the last one to go back, of the last day; the oldest first.</summary>
    public async Task<IReadOnlyList<LearningRequest>> LatestAsync(string siteId, CancellationToken cancellationToken)
    {
        var requests = await QueryAsync(
            "WHERE site_id = @siteId AND requested_at > @since ORDER BY requested_at, id", new { siteId, since = (time.GetUtcNow() - _shown).ToUnixTimeMilliseconds() }, cancellationToken);
        return [.. requests.GroupBy(request => request.Message.Moderator, StringComparer.Ordinal).Select(same => same.Last())];
    }

    public async Task<IReadOnlyList<LearningChangeRequested>> UnpublishedAsync(int limit, CancellationToken cancellationToken) =>
        [.. (await QueryAsync("WHERE published_at IS NULL ORDER BY requested_at, id LIMIT @limit", new { limit }, cancellationToken)).Select(request => request.Message)];

    public async Task MarkPublishedAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "UPDATE learning_requests SET published_at = @now WHERE id = @id",
            new { id = id.ToString(), now = time.GetUtcNow().ToUnixTimeMilliseconds() },
            cancellationToken: cancellationToken));
    }

    private async Task<IReadOnlyList<LearningRequest>> QueryAsync(string rest, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM learning_requests {rest}", parameters, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToRequest())];
    }

    // Set by name: SQLite does not say of a null what it might have been.
    private sealed record Row
    {
        public required string Id { get; init; }

        public required string SiteId { get; init; }

        public required string Change { get; init; }

        public long? Version { get; init; }

        public string? Moderator { get; init; }

        public required long VersionBefore { get; init; }

        public required string RequestedBy { get; init; }

        public required long RequestedAt { get; init; }

        public long? PublishedAt { get; init; }

        public LearningRequest ToRequest() => new()
        {
            Message = new LearningChangeRequested
            {
                RequestId = Guid.Parse(Id),
                SiteId = SiteId,
                Change = ChangeWords.Parse(Change) ?? throw new InvalidOperationException($"'{Change}' is no change."),
                Version = Version,
                Moderator = Moderator,
                RequestedBy = RequestedBy,
                RequestedAt = DateTimeOffset.FromUnixTimeMilliseconds(RequestedAt),
            },
            VersionBefore = VersionBefore,
            PublishedAt = PublishedAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
        };
    }
}
