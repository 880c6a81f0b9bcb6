using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Moderation.Dashboard.DeadMessages;

namespace Moderation.Dashboard.Authors;

/// <summary>Forgets once an hour what is too old; any number of instances do it side by side.</summary>
internal sealed class ForgetHourly(
    KnowAuthors authors, ForgetContacts contacts, ForgetDeadMessages dead, TimeProvider time, ILogger<ForgetHourly> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var known = false;
        using var timer = new PeriodicTimer(_pause, time);
        do
        {
            try
            {
                if (!known)
                {
                    await authors.KnowAsync(stoppingToken);
                    known = true;
                }

                var deadCount = await dead.OldAsync(stoppingToken);
                if (deadCount > 0)
                {
                    logger.LogInformation("{Count} old dead messages are forgotten", deadCount);
                }

                var count = await contacts.ForgetAsync(stoppingToken);
                if (count > 0)
                {
                    logger.LogInformation("The contact details of {Count} old cases are forgotten", count);
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Old cases are looked at again in an hour: {Reason}", exception.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
