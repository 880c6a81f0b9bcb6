using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Moderation.Hosting.Bus.Watch;

/// <summary>
/// Ends the process when a queue of its own is not read any more although the broker answers; whoever runs it starts it anew, and nothing is lost
/// by that. MassTransit 8.5 leaves a queue without a consumer now and then after an outage of RabbitMQ, and calls itself healthy.
/// </summary>
internal sealed class WatchConsumers(
    ConsumedQueues queues, BrokerView broker, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<WatchConsumers> logger) : BackgroundService
{
    /// <summary>What the process ends with: what failed is outside of it, and it may be started again.</summary>
    public const int ExitCode = 75;

    // MassTransit has 30 to 40 seconds to take a queue up again by itself.
    private const int Patience = 4;
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _patienceWithEnding = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await CheckAsync(stoppingToken);
            if (queues.All.FirstOrDefault(queue => queue.Misses >= Patience) is { } lost)
            {
                logger.LogCritical(
                    "The queue {Queue} is not read by this process any more although RabbitMQ answers; the process ends with exit code {ExitCode}, to be started anew",
                    lost.Name,
                    ExitCode);
                End();
                return;
            }
        }
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        soon.CancelAfter(_pause);
        try
        {
            foreach (var queue in queues.All)
            {
                var (waiting, consumers) = await broker.LookAsync(queue.Name, soon.Token);
                queue.Check(waiting, consumers);
                if (queue.Misses > 0)
                {
                    logger.LogWarning("The queue {Queue} is not read by this process: {Waiting} messages wait, {Consumers} consumers elsewhere", queue.Name, waiting, consumers);
                }
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogInformation("RabbitMQ does not tell who reads its queues: {Reason}", exception.Message);
            foreach (var queue in queues.All)
            {
                queue.Forget();
            }

            await broker.DisposeAsync();
        }
    }

    private void End()
    {
        Environment.ExitCode = ExitCode;
        // A bus that lost a consumer is often unable to stop.
        new Thread(() =>
        {
            if (!lifetime.ApplicationStopped.WaitHandle.WaitOne(_patienceWithEnding))
            {
                Environment.Exit(ExitCode);
            }
        })
        { IsBackground = true }.Start();
        lifetime.StopApplication();
    }
}
