using MassTransit;
using Microsoft.Extensions.Logging;

namespace Moderation.Submission.Relay;

/// <summary>Publishes comments, each confirmed by the broker; a broker that is down costs a few seconds and a log line.</summary>
internal sealed class CommentPublisher(IBus bus, ILogger<CommentPublisher> logger)
{
    private const int Parallelism = 32;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    public async Task Publish(IAsyncEnumerable<Outgoing> comments, CancellationToken cancellationToken) =>
        await Parallel.ForEachAsync(comments, Options(cancellationToken), PublishOne);

    public async Task Publish(IEnumerable<Outgoing> comments, CancellationToken cancellationToken) =>
        await Parallel.ForEachAsync(comments, Options(cancellationToken), PublishOne);

    private static ParallelOptions Options(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };

    private async ValueTask PublishOne(Outgoing comment, CancellationToken cancellationToken)
    {
        // Without a limit MassTransit waits for the broker as long as it is down.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_patience);
        try
        {
            await bus.Publish(comment.Message, limit.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("Comment {CommentId} is not published yet and will be sent again: {Reason}", comment.CommentId, exception.Message);
        }
    }
}
