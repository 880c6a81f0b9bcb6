using System.Data.Common;
using Dapper;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moderation.Contracts;
using Moderation.Dashboard.Audit;
using Moderation.Hosting.Sites;

namespace Moderation.Dashboard.Cases;

/// <summary>Files every decision, of rules or of moderators, in the case of its comment; nothing that its author had erased.</summary>
internal sealed class FileCaseConsumer(
    [FromKeyedServices(DashboardModule.Name)] DbDataSource database, SiteList sites, TimeProvider time, ILogger<FileCaseConsumer> logger)
    : IConsumer<CommentApproved>, IConsumer<CommentHeld>, IConsumer<CommentRejected>
{
    public Task Consume(ConsumeContext<CommentApproved> context) => FileAsync(context.Message, "approve", context.CancellationToken);

    public Task Consume(ConsumeContext<CommentHeld> context) => FileAsync(context.Message, "hold", context.CancellationToken);

    public Task Consume(ConsumeContext<CommentRejected> context) => FileAsync(context.Message, "reject", context.CancellationToken);

    private async Task FileAsync(IDecision message, string decision, CancellationToken cancellationToken)
    {
        var comment = message.Comment;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var isNew = await connection.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
            """
            INSERT INTO cases (id, site_id, page_id, author_name, author_email, author_key, search_text, state, sequence,
                               decided_by, decided_at, submitted_at, filed_at, changed_at, score, language, comment, verdict)
            SELECT @id, @siteId, @pageId, @name, @email, @authorKey, '', @state, @sequence,
                   @decidedBy, @decidedAt, @submittedAt, @now, @now, @score, @language, @comment, @verdict
            WHERE NOT EXISTS (SELECT 1 FROM erased_authors WHERE site_id = @siteId AND author_key = @authorKey AND erased_at >= @submittedAt)
            ON CONFLICT (id) DO UPDATE
            SET state = excluded.state, sequence = excluded.sequence, decided_by = excluded.decided_by,
                decided_at = excluded.decided_at, verdict = excluded.verdict, score = excluded.score, changed_at = excluded.changed_at
            WHERE cases.erased_at IS NULL AND (excluded.sequence > cases.sequence
               OR (excluded.sequence = cases.sequence AND excluded.decided_at < cases.decided_at));

            INSERT INTO case_texts (comment_id, site_id, state, submitted_at, text)
            SELECT id, site_id, state, submitted_at, @searchText FROM cases WHERE id = @id AND erased_at IS NULL
            ON CONFLICT (comment_id) DO UPDATE SET state = excluded.state WHERE case_texts.state <> excluded.state;

            INSERT INTO decisions (comment_id, sequence, decision, state, decided_by, decided_at, published_at, next_attempt_at)
            SELECT @id, @sequence, @decision, @state, @decidedBy, @decidedAt, @now, @now
            WHERE EXISTS (SELECT 1 FROM cases WHERE id = @id AND erased_at IS NULL)
            ON CONFLICT (comment_id, sequence) DO UPDATE
            SET decision = excluded.decision, state = excluded.state, decided_by = excluded.decided_by,
                decided_at = excluded.decided_at, note = NULL, published_at = excluded.published_at
            WHERE excluded.decided_at < decisions.decided_at
            RETURNING sequence;
            """,
            new
            {
                id = comment.CommentId.ToString(),
                siteId = SearchText.Storable(comment.SiteId),
                pageId = SearchText.Storable(comment.Page.Id),
                name = SearchText.Storable(comment.Author.Name),
                email = comment.Author.Email is { } email ? SearchText.Storable(email) : null,
                authorKey = sites.TryGet(comment.SiteId, out var site) ? AuthorKey.Of(site, comment.Author.Email) : null,
                searchText = SearchText.Of(comment),
                state = CaseStates.After(message),
                sequence = message.Sequence,
                decision,
                decidedBy = message.DecidedBy,
                decidedAt = message.DecidedAt.ToUnixTimeMilliseconds(),
                submittedAt = comment.SubmittedAt.ToUnixTimeMilliseconds(),
                now = time.GetUtcNow().ToUnixTimeMilliseconds(),
                score = message.Verdict.Score,
                language = comment.Language is { } language ? SearchText.Storable(language) : null,
                comment = StoredJson.Of(comment),
                verdict = StoredJson.Of(message.Verdict),
            },
            transaction,
            cancellationToken: cancellationToken));
        if (isNew is not null)
        {
            var ruleset = message.DecidedBy == IDecision.Rules ? message.Verdict.Ruleset : null;
            await AuditLog.AppendDecisionAsync(connection, transaction, comment.CommentId, message.Sequence, ruleset, time.GetUtcNow(), cancellationToken);
        }

        await CaseMarks.SaveAsync(connection, transaction, comment.CommentId, message.Sequence, message.Verdict, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        logger.LogDebug("Comment {CommentId} filed as {State}, sequence {Sequence}", comment.CommentId, CaseStates.After(message), message.Sequence);
    }
}
