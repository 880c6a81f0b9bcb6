using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Moderation.Hosting.Stores;

/// <summary>Brings every schema up to date before the bus and the relays start; waits for a server that is not there yet.</summary>
internal sealed class MigrateSchemas(
    IDatabases databases, IEnumerable<Schema> schemas, TimeProvider time, ILogger<MigrateSchemas> logger) : IHostedLifecycleService
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var giveUp = time.GetUtcNow() + _patience;
        foreach (var schema in schemas)
        {
            while (true)
            {
                try
                {
                    await Task.Run(() => databases.Migrate(schema.Service, schema.Scripts), cancellationToken);
                    break;
                }
                catch (Exception exception) when (Outage.Is(exception) && time.GetUtcNow() < giveUp)
                {
                    logger.LogWarning("The database of {Service} does not answer yet: {Reason}", schema.Service, exception.Message);
                    await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
                }
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
