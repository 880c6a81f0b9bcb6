using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Moderation.Dashboard.Authors;

/// <summary>Looks again and again whether Redis has the newest standings; any number of instances do it side by side.</summary>
internal sealed class ShareStandings(StandingsSharer sharer, TimeProvider time, ILogger<ShareStandings> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, time);
        var wasWell = true;
        do
        {
            try
            {
                await sharer.ShareMissingAsync(stoppingToken);
                wasWell = true;
            }
            catch (Exception exception) when (exception is DbException or RedisException or RedisTimeoutException)
            {
                if (wasWell)
                {
                    logger.LogWarning("The standings of authors rest for a moment: {Reason}", exception.Message);
                }

                wasWell = false;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
