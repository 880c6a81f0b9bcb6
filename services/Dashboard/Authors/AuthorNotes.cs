using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Authors;

/// <summary>What moderators wrote about authors.</summary>
internal sealed class AuthorNotes([FromKeyedServices(DashboardModule.Name)] DbDataSource database, TimeProvider time)
{
    public const int MaxLength = 1_000;
    private const int MostShown = 50;

    public async Task AddAsync(string siteId, string authorKey, string note, string by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "INSERT INTO author_notes (id, site_id, author_key, note, written_by, written_at) VALUES (@id, @siteId, @authorKey, @note, @by, @now)",
            new { id = Guid.CreateVersion7(now).ToString(), siteId, authorKey, note = SearchText.Storable(note), by, now = now.ToUnixTimeMilliseconds() },
            cancellationToken: cancellationToken));
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<AuthorNote>> OfAsync(string siteId, string authorKey, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Note, string WrittenBy, long WrittenAt)>(new CommandDefinition(
            "SELECT note, written_by, written_at FROM author_notes WHERE site_id = @siteId AND author_key = @authorKey ORDER BY written_at DESC, id DESC LIMIT @limit",
            new { siteId, authorKey, limit = MostShown },
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => new AuthorNote(row.Note, row.WrittenBy, DateTimeOffset.FromUnixTimeMilliseconds(row.WrittenAt)))];
    }
}
