using Moderation.Contracts;
using Moderation.Hosting.Sites;
using StackExchange.Redis;

namespace Moderation.Worker.Facts;

/// <summary>How many comments of an author were approved and rejected.</summary>
internal sealed class AuthorHistory(IConnectionMultiplexer redis)
{
    public static readonly TimeSpan KeepHistory = TimeSpan.FromDays(365);

    /// <summary>The state of a comment that counts for nothing any more.</summary>
    public const string Held = "held";

    // A decision reversed later than this counts a second time.
    private static readonly TimeSpan _keepOutcome = TimeSpan.FromDays(90);

    /// <summary>Counts the comment once, in its newest state. An author without an email has no history.</summary>
    /// <param name="site">The comment's site.</param>
    /// <param name="decision">An approval, a rejection, or one that takes either back.</param>
    /// <param name="state"><c>approved</c>, <c>rejected</c> or <see cref="Held"/>.</param>
    public Task RememberAsync(Site site, IDecision decision, string state)
    {
        var comment = decision.Comment;
        if (AuthorKey.Of(site, comment.Author.Email) is not { } author)
        {
            return Task.CompletedTask;
        }

        return redis.GetDatabase().ScriptEvaluateAsync(
            Scripts.RememberOutcome,
            [RedisKeys.Outcome(site.Id, comment.CommentId), RedisKeys.Author(site.Id, author)],
            [
                decision.Sequence, decision.DecidedAt.ToUnixTimeMilliseconds(), state,
                (long)_keepOutcome.TotalMilliseconds, (long)KeepHistory.TotalMilliseconds, comment.SubmittedAt.ToUnixTimeMilliseconds(),
            ]);
    }
}
