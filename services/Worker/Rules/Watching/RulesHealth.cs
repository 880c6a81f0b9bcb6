using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Moderation.Worker.Rules.Watching;

/// <summary>Tells an operator that the changed rules are not in force. The worker still works, so it is ready.</summary>
internal sealed class RulesHealth(RulesetSource rules) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        rules.Fault is { } fault ? HealthCheckResult.Degraded($"The last good rules stay in force: {fault}") : HealthCheckResult.Healthy());
}
