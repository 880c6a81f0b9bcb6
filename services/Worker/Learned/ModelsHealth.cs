using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Moderation.Worker.Learned;

/// <summary>Tells an operator that a model is not in force. The worker still works, so it is ready.</summary>
internal sealed class ModelsHealth(SharedModelReader models) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var faults = models.Refused.OrderBy(refused => refused.Key, StringComparer.Ordinal).Select(refused => $"{refused.Key}: {refused.Value.Fault}").ToList();
        return Task.FromResult(faults.Count > 0
            ? HealthCheckResult.Degraded($"The last good models stay in force. {string.Join(' ', faults)}")
            : HealthCheckResult.Healthy());
    }
}
