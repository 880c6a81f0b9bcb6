using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Dashboard.Cases;
using Moderation.Hosting.Bus.DeadMessages;
using Moderation.Hosting.Sites;

namespace Moderation.Dashboard.DeadMessages;

/// <summary>Keeps what lay in the error queues until somebody says what to do with it; nothing that its author had erased.</summary>
internal sealed class DeadMessageStore(
    [FromKeyedServices(DashboardModule.Name)] DbDataSource database, SiteList sites, ILogger<DeadMessageStore> logger)
{
    private const int MaxMessageLength = 2_000;

    public async Task StoreAsync(DeadMessage dead, CancellationToken cancellationToken)
    {
        var about = Envelope.Read(dead.Body);
        var id = IdOf(dead);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        // The same death delivered twice is stored once; a later one is another.
        await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO dead_messages (id, queue, message_id, message_type, content_type, body, reason, message,
                                       comment_id, site_id, author_key, submitted_at, first_died_at, died_at, deaths, state)
            SELECT @id, @queue, @messageId, @type, @contentType, @body, @reason, @message,
                   @commentId, @siteId, @authorKey, @submittedAt, @diedAt, @diedAt, 1, 'waiting'
            WHERE NOT EXISTS (SELECT 1 FROM erased_authors WHERE site_id = @siteId AND author_key = @authorKey AND erased_at >= @submittedAt)
            ON CONFLICT (id) DO UPDATE
            SET body = excluded.body, content_type = excluded.content_type, reason = excluded.reason, message = excluded.message,
                died_at = excluded.died_at, deaths = dead_messages.deaths + 1, state = 'waiting'
            WHERE excluded.died_at > dead_messages.died_at
            """,
            new
            {
                id = id.ToString(),
                queue = dead.Queue,
                messageId = dead.MessageId,
                type = SearchText.Storable(about.Type),
                contentType = SearchText.Storable(dead.ContentType),
                body = dead.Body.ToArray(),
                reason = SearchText.Storable(dead.Reason),
                message = Shortened(SearchText.Storable(dead.Message)),
                commentId = about.CommentId?.ToString(),
                siteId = about.SiteId is { } siteId ? SearchText.Storable(siteId) : null,
                authorKey = about.SiteId is not null && sites.TryGet(about.SiteId, out var site) ? AuthorKey.Of(site, about.Email) : null,
                submittedAt = about.SubmittedAt?.ToUnixTimeMilliseconds(),
                diedAt = dead.DiedAt.ToUnixTimeMilliseconds(),
            },
            cancellationToken: cancellationToken));
        logger.LogError(
            "Comment {CommentId} has a dead message of {Queue}, kept as {DeadMessageId}: {Reason}", about.CommentId, dead.Queue, id, dead.Reason);
    }

    private static Guid IdOf(DeadMessage dead) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{dead.Queue}/{dead.MessageId}")).AsSpan(0, 16));

    private static string Shortened(string text) => text.Length <= MaxMessageLength ? text : $"{text.AsSpan(0, MaxMessageLength).TrimEnd()}…";
}
