using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;

namespace Moderation.Submission.Authors;

/// <summary>All that is kept here of one author's comments.</summary>
internal sealed class KeptComments([FromKeyedServices(SubmissionModule.Name)] DbDataSource database)
{
    /// <summary>Oldest first, one at a time however many there are.</summary>
    public async IAsyncEnumerable<KeptComment> Of(string siteId, string authorKey, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = connection.QueryUnbufferedAsync<Row>(
            """
            SELECT id AS "Id", page_id AS "PageId", status AS "Status", submitted_at AS "SubmittedAt", decided_at AS "DecidedAt", message AS "Message"
            FROM comments WHERE site_id = @siteId AND author_key = @authorKey ORDER BY id
            """,
            new { siteId, authorKey });
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            yield return row.ToComment();
        }
    }

    private sealed record Row(string Id, string PageId, string Status, long SubmittedAt, long? DecidedAt, string? Message)
    {
        public KeptComment ToComment()
        {
            var comment = Message is null ? null : JsonSerializer.Deserialize<CommentSubmitted>(Message);
            return new KeptComment
            {
                Id = Id,
                Page = new KeptPage(PageId, comment?.Page.Url, comment?.Page.Title),
                ParentId = comment?.ParentId,
                Author = comment?.Author,
                Text = comment?.Body,
                Language = comment?.Language,
                Client = comment?.Client,
                Form = comment?.Form,
                SubmittedAt = Time(SubmittedAt),
                Status = Status,
                DecidedAt = DecidedAt is { } decidedAt ? Time(decidedAt) : null,
            };
        }

        private static DateTime Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;
    }
}
