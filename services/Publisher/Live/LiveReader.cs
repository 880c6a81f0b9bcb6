using Moderation.Publisher.Answers;
using Moderation.Publisher.Comments;
using Moderation.Publisher.Pages;

namespace Moderation.Publisher.Live;

/// <summary>
/// Sends a reader what changes. Nothing is queued: a reader that is slow gets, when it is done, all that changed meanwhile in its last state.
/// </summary>
internal sealed class LiveReader(LivePages pages, AnswerCache answers, ChangeReader changes, CommentReader comments)
{
    /// <param name="page">The page.</param>
    /// <param name="after">The version that the reader has; null when it has none and wants only what is new.</param>
    /// <param name="body">Where events go.</param>
    /// <param name="end">The reader has gone, or the service stops.</param>
    public async Task ReadAsync(PageRef page, long? after, Stream body, CancellationToken end)
    {
        // Watched before anything is read, so that no change falls in between.
        var watched = pages.Enter(page);
        try
        {
            // Other readers of the page know it already.
            var now = watched.Version is > 0 and var known ? known : await comments.VersionAsync(page, end);
            // A version from the future is of a database that is no more.
            var has = after <= now ? after.Value : now;
            await body.WriteAsync(ServerSentEvents.Start(has), end);
            watched.Change(now);
            while (true)
            {
                var next = watched.Next;
                has = await CatchUpAsync(page, watched, has, body, end);
                await next.WaitAsync(end);
                if (watched.Version <= has)
                {
                    await body.WriteAsync(ServerSentEvents.Heartbeat, end);
                }
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
        }
        finally
        {
            pages.Leave(page, watched);
        }
    }

    private async Task<long> CatchUpAsync(PageRef page, WatchedPage watched, long has, Stream body, CancellationToken end)
    {
        for (var known = watched.Version; has < known;)
        {
            var after = has;
            var changed = await answers.GetAsync(
                page, new ChangesAfter(after), () => changes.ReadAsync(page, after, CancellationToken.None), end);
            if (changed.Events.Length > 0)
            {
                await body.WriteAsync(changed.Events, end);
            }

            has = changed.UpTo < changed.Version ? changed.UpTo : Math.Max(changed.Version, known);
        }

        return has;
    }
}
