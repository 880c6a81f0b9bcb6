using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Moderation.Hosting.Bus;
using Moderation.Submission.Intake;

namespace Moderation.Submission.Relay;

/// <summary>Publishes again what has had no decision for too long; any number of instances share the work.</summary>
internal sealed class RelayPendingComments(
    CommentStore store, CommentPublisher publisher, ReplayWindow replay, TimeProvider time, ILogger<RelayPendingComments> logger) : BackgroundService
{
    private const int BatchSize = 200;
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _betweenForgetting = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var replayed = replay.Length == TimeSpan.Zero;
        var lastForgotten = DateTimeOffset.MinValue;
        using var timer = new PeriodicTimer(_pause, time);
        do
        {
            try
            {
                if (!replayed)
                {
                    await store.Replay(replay.Length, stoppingToken);
                    replayed = true;
                }

                await RelayDue(stoppingToken);
                if (time.GetUtcNow() - lastForgotten >= _betweenForgetting)
                {
                    await store.Forget(stoppingToken);
                    lastForgotten = time.GetUtcNow();
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("The relay rests for a moment: {Reason}", exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RelayDue(CancellationToken cancellationToken)
    {
        while (await store.ClaimDue(BatchSize, cancellationToken) is { Count: > 0 } due)
        {
            logger.LogInformation("{Count} comments without a decision are published again", due.Count);
            await publisher.Publish(due, cancellationToken);
        }
    }
}
