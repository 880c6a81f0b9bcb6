using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Dashboard.Audit;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.SignIn;
using Moderation.Hosting.Sites;

namespace Moderation.Dashboard.Authors;

/// <summary>The standings that moderators gave authors and address ranges. The database has the last word; Redis is told at once.</summary>
internal sealed class AuthorStandings(
    [FromKeyedServices(DashboardModule.Name)] DbDataSource database, StandingsSharer sharer, TimeProvider time)
{
    private const string Columns =
        "site_id AS siteId, subject, standing, author_name AS authorName, note, set_by AS setBy, set_at AS setAt";

    /// <summary>Replaces whatever standing the subject had; <see cref="Standing.None"/> lifts it.</summary>
    /// <returns>Whether the workers know it already; if not, they will as soon as Redis answers.</returns>
    public async Task<bool> SetAsync(AuthorStanding wanted, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            await SaveAsync(connection, transaction, wanted, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return await sharer.ShareAsync(wanted.SiteId, cancellationToken);
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<AuthorStanding>> ListAsync(SiteScope scope, int limit, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters(new { limit });
        var sites = scope.Sites.Select((site, index) =>
        {
            parameters.Add($"site{index}", site);
            return $"@site{index}";
        });
        var filter = scope.IsAll ? "" : scope.Sites.Count == 0 ? "WHERE 1 = 0" : $"WHERE site_id IN ({string.Join(", ", sites)})";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await ReadAsync(connection, $"{filter} ORDER BY set_at DESC, subject LIMIT @limit", parameters, cancellationToken);
    }

    /// <summary>Those of these subjects that have one.</summary>
    public async Task<IReadOnlyList<AuthorStanding>> OfAsync(string siteId, IReadOnlyList<string> subjects, CancellationToken cancellationToken)
    {
        if (subjects.Count == 0)
        {
            return [];
        }

        var (list, parameters) = Ids.In(subjects);
        parameters.Add("siteId", siteId);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await ReadAsync(connection, $"WHERE site_id = @siteId AND subject IN {list}", parameters, cancellationToken);
    }

    private async Task SaveAsync(DbConnection connection, DbTransaction transaction, AuthorStanding wanted, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var before = await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "SELECT standing FROM author_standings WHERE site_id = @siteId AND subject = @subject",
            new { siteId = wanted.SiteId, subject = wanted.Subject },
            transaction,
            cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            wanted.Standing == Standing.None
                ? "DELETE FROM author_standings WHERE site_id = @siteId AND subject = @subject"
                : """
                  INSERT INTO author_standings (site_id, subject, standing, author_name, note, set_by, set_at)
                  VALUES (@siteId, @subject, @standing, @name, @note, @by, @now)
                  ON CONFLICT (site_id, subject) DO UPDATE SET standing = excluded.standing, author_name = excluded.author_name,
                      note = excluded.note, set_by = excluded.set_by, set_at = excluded.set_at
                  """,
            new
            {
                siteId = wanted.SiteId,
                subject = wanted.Subject,
                standing = AuthorStanding.Word(wanted.Standing),
                name = wanted.AuthorName is { } name ? SearchText.Storable(name) : null,
                note = wanted.Note is { } note ? SearchText.Storable(note) : null,
                by = wanted.SetBy,
                now = now.ToUnixTimeMilliseconds(),
            },
            transaction,
            cancellationToken: cancellationToken));
        await StandingsSharer.NewVersionAsync(connection, transaction, wanted.SiteId, now, cancellationToken);
        await AuditLog.AppendAsync(connection, transaction, Entry(wanted, before, now), cancellationToken);
    }

    // An address is not written down for good.
    private static AuditEntry Entry(AuthorStanding wanted, string? before, DateTimeOffset now) => new()
    {
        At = now,
        Who = wanted.SetBy,
        What = "standing",
        Kind = wanted.AuthorKey is null ? "address-range" : "author",
        Subject = wanted.AuthorKey ?? wanted.SiteId,
        Before = before ?? AuthorStanding.Word(Standing.None),
        After = AuthorStanding.Word(wanted.Standing),
    };

    private static async Task<IReadOnlyList<AuthorStanding>> ReadAsync(
        DbConnection connection, string filter, DynamicParameters parameters, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM author_standings {filter}", parameters, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToStanding())];
    }

    private sealed record Row(string SiteId, string Subject, string Standing, string? AuthorName, string? Note, string SetBy, long SetAt)
    {
        public AuthorStanding ToStanding() => new()
        {
            SiteId = SiteId,
            Subject = Subject,
            Standing = AuthorStanding.Of(Standing) ?? default,
            AuthorName = AuthorName,
            Note = Note,
            SetBy = SetBy,
            SetAt = DateTimeOffset.FromUnixTimeMilliseconds(SetAt),
        };
    }
}
