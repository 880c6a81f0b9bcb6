using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using StackExchange.Redis;

namespace Moderation.Hosting.Stores;

/// <summary>The Redis server that all workers share.</summary>
public static class RedisRegistration
{
    /// <summary>Adds an <see cref="IConnectionMultiplexer"/> that connects when the server comes up and fails fast while it is down.</summary>
    /// <param name="services">The service's container.</param>
    /// <param name="connectionString">As StackExchange.Redis spells it, such as <c>redis:6379</c>.</param>
    public static IServiceCollection AddRedis(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton<IConnectionMultiplexer>(_ =>
        {
            var options = ConfigurationOptions.Parse(connectionString);
            options.AbortOnConnectFail = false;
            options.BacklogPolicy = BacklogPolicy.FailFast;
            options.ConnectTimeout = 2_000;
            // The default waits longer each time; every second of it holds comments for a moderator.
            options.ReconnectRetryPolicy = new LinearRetry(500);
            options.AsyncTimeout = 1_000;
            options.SyncTimeout = 1_000;
            return ConnectionMultiplexer.Connect(options);
        });
        services.AddHostedService<ConnectRedis>();
        // Without Redis the worker holds comments and goes on: degraded, not unready.
        services.AddHealthChecks().AddCheck<RedisHealth>("redis", HealthStatus.Degraded, ["ready"]);
        return services;
    }

    private sealed class RedisHealth(IConnectionMultiplexer redis) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(redis.IsConnected
                ? HealthCheckResult.Healthy()
                : new HealthCheckResult(context.Registration.FailureStatus, "Redis does not answer."));
    }
}
