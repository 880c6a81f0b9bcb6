using Microsoft.Extensions.Hosting;
using Moderation.Hosting.Models;
using StackExchange.Redis;

namespace Moderation.Worker.Learned;

/// <summary>Takes over the learned models before the bus starts, then when it is told of one, and looks every second: news get lost.</summary>
internal sealed class WatchModels(SharedModelReader models, ModelsInForce inForce, IConnectionMultiplexer redis) : BackgroundService, IHostedLifecycleService
{
    internal static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        // Worked out here, so that no comment has to wait for it.
        _ = inForce.Start.Version;
        return models.LookAsync();
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var told = new SemaphoreSlim(0);
        var channel = RedisChannel.Literal(SharedModels.Channel);
        void Tell(RedisChannel _, RedisValue site) => told.Release();
        // Comes back by itself when the connection does.
        await redis.GetSubscriber().SubscribeAsync(channel, Tell, CommandFlags.FireAndForget);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await told.WaitAsync(Every, stoppingToken);
                // Several sites may have learned at once, and one look sees them all.
                while (told.Wait(0, stoppingToken))
                {
                }

                await models.LookAsync();
            }
        }
        finally
        {
            await redis.GetSubscriber().UnsubscribeAsync(channel, Tell, CommandFlags.FireAndForget);
        }
    }
}
