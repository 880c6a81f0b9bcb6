using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Moderation.Dashboard.Rules;

/// <summary>Puts the changes of the rules into Redis before the bus starts, and again whenever Redis has lost them.</summary>
internal sealed class KeepRulesInForce(PutRulesInForce rules, TimeProvider time, ILogger<KeepRulesInForce> logger) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan _every = TimeSpan.FromSeconds(1);
    private bool _isDown;

    public Task StartingAsync(CancellationToken cancellationToken) => TryAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(stoppingToken);
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await rules.PutAsync(cancellationToken);
            _isDown = false;
        }
        catch (Exception exception) when (exception is RedisException or RedisTimeoutException or DbException)
        {
            // Workers go on with what they have.
            if (!_isDown)
            {
                logger.LogWarning("The changes of the rules cannot be handed to the workers yet: {Reason}", exception.Message);
            }

            _isDown = true;
        }
    }
}
