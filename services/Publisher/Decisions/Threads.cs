using System.Data.Common;
using Dapper;

namespace Moderation.Publisher.Decisions;

/// <summary>Hangs a comment in its thread. Only comments that were public once hang in one, so what hangs stays.</summary>
internal sealed class Threads(DbTransaction transaction, DecisionRow comment, long version)
{
    private const string UnderParent = """
        UPDATE comments SET reply_to = @ParentId, thread_id = (SELECT parent.thread_id FROM comments AS parent WHERE parent.id = @ParentId)
        WHERE id = @Id AND EXISTS (
            SELECT 1 FROM comments AS parent
            WHERE parent.id = @ParentId AND parent.id <> @Id AND parent.published_at IS NOT NULL
                AND parent.site_id = @SiteId AND parent.page_key = @PageKey);
        """;

    // Replies that were public before their parent. The top of the comment's own thread may be one, if somebody made a circle.
    private const string OverReplies = """
        UPDATE comments SET reply_to = @Id
        WHERE parent_id = @Id AND id <> @Id AND reply_to IS NULL AND published_at IS NOT NULL AND site_id = @SiteId AND page_key = @PageKey
            AND id <> (SELECT own.thread_id FROM comments AS own WHERE own.id = @Id);

        UPDATE comments SET thread_id = (SELECT own.thread_id FROM comments AS own WHERE own.id = @Id)
        WHERE thread_id IN (SELECT reply.id FROM comments AS reply WHERE reply.reply_to = @Id);

        UPDATE comments SET replies = (
            SELECT COUNT(*) FROM comments AS reply WHERE reply.reply_to = @Id AND (reply.state = 'published' OR reply.replies > 0))
        WHERE id = @Id;
        """;

    // A withheld comment appears with the first reply that is shown and goes with the last: that is a change of its own.
    private const string CountReply = """
        UPDATE comments SET
            replies = replies + @Step,
            version = CASE WHEN state = 'withheld' AND replies = @Edge THEN @Version ELSE version END
        WHERE id = (SELECT reply.reply_to FROM comments AS reply WHERE reply.id = @Reply)
        RETURNING CASE WHEN state = 'withheld' AND replies - @Step = @Edge THEN id END
        """;

    /// <summary>Puts a comment that is public for the first time in its place.</summary>
    public async Task JoinAsync(bool hasReplies, CancellationToken cancellationToken)
    {
        var sql = (comment.ParentId is null ? "" : UnderParent) + (hasReplies ? OverReplies : "");
        if (sql.Length > 0)
        {
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, comment, transaction, cancellationToken: cancellationToken));
        }
    }

    /// <summary>Tells those above that the comment has come or gone.</summary>
    public async Task ShowAsync(bool before, bool now, CancellationToken cancellationToken)
    {
        if (before == now || comment.ParentId is null)
        {
            return;
        }

        for (var reply = comment.Id; reply is not null;)
        {
            reply = await transaction.Connection!.ExecuteScalarAsync<string?>(new CommandDefinition(
                CountReply,
                new { Reply = reply, Step = now ? 1L : -1L, Edge = now ? 0L : 1L, Version = version },
                transaction,
                cancellationToken: cancellationToken));
        }
    }
}
