using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moderation.Hosting.Retention;
using Moderation.Learner.Log;

namespace Moderation.Learner;

/// <summary>Forgets once an hour what was taught longer ago than it is retained; any number of learners do it side by side.</summary>
internal sealed class ForgetLessons(LogWriter log, IOptions<RetentionOptions> retention, TimeProvider time, ILogger<ForgetLessons> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, time);
        do
        {
            try
            {
                var count = await log.ForgetAsync(retention.Value.Before(time.GetUtcNow()), stoppingToken);
                if (count > 0)
                {
                    logger.LogInformation("{Count} old lessons are forgotten", count);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Old lessons are looked at again in an hour: {Reason}", exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
