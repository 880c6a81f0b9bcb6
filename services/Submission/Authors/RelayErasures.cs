using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Moderation.Submission.Authors;

/// <summary>Tells every service of an erasure, again and again until all have confirmed it, and once more.</summary>
internal sealed class RelayErasures(ErasureStore store, IBus bus, TimeProvider time, ILogger<RelayErasures> logger) : BackgroundService
{
    private const int BatchSize = 50;
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, time);
        do
        {
            try
            {
                while (await store.ClaimDue(BatchSize, stoppingToken) is { Count: > 0 } due)
                {
                    foreach (var erasure in due)
                    {
                        await Relay(erasure, stoppingToken);
                    }
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Erasures rest for a moment: {Reason}", exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Relay(Erasure erasure, CancellationToken cancellationToken)
    {
        // All look once more after the last confirmation: for what was being saved in the moment in which they looked first.
        var isLast = await store.Find(erasure.Id, erasure.SiteId, cancellationToken) is { IsDone: true };
        var comments = await store.EraseAgain(erasure, cancellationToken);
        await store.Confirm(erasure.Id, SubmissionModule.Name, cancellationToken);
        // Without a limit MassTransit waits for the broker as long as it is down.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_patience);
        try
        {
            await bus.Publish(erasure.Of(comments), limit.Token);
            if (isLast)
            {
                await store.Finish(erasure.Id, cancellationToken);
                logger.LogInformation("Erasure {ErasureId} is done everywhere", erasure.Id);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("Erasure {ErasureId} is not told yet and will be again: {Reason}", erasure.Id, exception.Message);
        }
    }
}
