using Microsoft.Extensions.Hosting;
using Moderation.Contracts;
using StackExchange.Redis;

namespace Moderation.Worker.Rules.Desk;

/// <summary>Takes over what was changed at the desk before the bus starts, then when it is told, and looks every second: news get lost.</summary>
internal sealed class WatchDesk(DeskChanges desk, IConnectionMultiplexer redis) : BackgroundService, IHostedLifecycleService
{
    internal static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    public Task StartingAsync(CancellationToken cancellationToken) => desk.FilesOnly ? Task.CompletedTask : desk.LookAsync();

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (desk.FilesOnly)
        {
            return;
        }

        using var told = new SemaphoreSlim(0);
        var channel = RedisChannel.Literal(RulesInForce.Channel);
        void Tell(RedisChannel _, RedisValue stamp) => told.Release();
        // Comes back by itself when the connection does.
        await redis.GetSubscriber().SubscribeAsync(channel, Tell, CommandFlags.FireAndForget);
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await told.WaitAsync(Every, stoppingToken);
                await desk.LookAsync();
            }
        }
        finally
        {
            await redis.GetSubscriber().UnsubscribeAsync(channel, Tell, CommandFlags.FireAndForget);
        }
    }
}
