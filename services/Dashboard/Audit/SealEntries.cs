using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Moderation.Dashboard.Audit;

/// <summary>Seals what was written down, twice a second; any number of instances take turns.</summary>
internal sealed class SealEntries(Sealer sealer, TimeProvider time, ILogger<SealEntries> logger) : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isWell = true;
        using var timer = new PeriodicTimer(_pause, time);
        do
        {
            try
            {
                await sealer.SealAsync(stoppingToken);
                isWell = true;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                if (isWell)
                {
                    logger.LogWarning("Entries of the audit wait for their seal: {Reason}", exception.Message);
                }

                isWell = false;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
