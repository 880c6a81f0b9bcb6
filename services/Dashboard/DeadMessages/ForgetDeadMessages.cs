using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Moderation.Hosting.Retention;

namespace Moderation.Dashboard.DeadMessages;

/// <summary>Forgets dead messages: those of an author who wants it, and all that nobody has decided on for too long.</summary>
internal sealed class ForgetDeadMessages(
    [FromKeyedServices(DashboardModule.Name)] DbDataSource database, TimeProvider time, IOptions<RetentionOptions> retention)
{
    /// <returns>How many there were.</returns>
    public async Task<int> OfAuthorAsync(string siteId, string authorKey, long erasedAt, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM dead_messages WHERE site_id = @siteId AND author_key = @authorKey AND submitted_at <= @erasedAt",
            new { siteId, authorKey, erasedAt },
            cancellationToken: cancellationToken));
    }

    /// <inheritdoc cref="OfAuthorAsync"/>
    public async Task<int> OldAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM dead_messages WHERE died_at < @before",
            new { before = retention.Value.Before(time.GetUtcNow()) },
            cancellationToken: cancellationToken));
    }
}
