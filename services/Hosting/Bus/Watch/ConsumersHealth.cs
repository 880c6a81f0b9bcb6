using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Moderation.Hosting.Bus.Watch;

/// <summary>Says which queues this process should read and does not.</summary>
internal sealed class ConsumersHealth(ConsumedQueues queues) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var lost = queues.All.Where(queue => queue.Misses > 0).Select(queue => queue.Name).Order(StringComparer.Ordinal).ToList();
        return Task.FromResult(lost.Count == 0
            ? HealthCheckResult.Healthy("Every queue is read.")
            : HealthCheckResult.Degraded($"Not read by this process: {string.Join(", ", lost)}."));
    }
}
