using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Moderation.Dashboard.Learning;

/// <summary>Hands what admins asked the learner for to the bus until it has taken it. Two instances may both do it: the learner knows them by their id.</summary>
internal sealed class RelayLearningRequests(LearningRequests requests, IBus bus, TimeProvider time, ILogger<RelayLearningRequests> logger) : BackgroundService
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
                foreach (var request in await requests.UnpublishedAsync(BatchSize, stoppingToken))
                {
                    // With the broker down Publish waits until its token fires.
                    using var patience = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                    patience.CancelAfter(_patience);
                    await bus.Publish(request, patience.Token);
                    await requests.MarkPublishedAsync(request.RequestId, stoppingToken);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("What the learner was asked for rests for a moment: {Reason}", exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
