using Microsoft.Extensions.DependencyInjection;

namespace Moderation.Dashboard.Decisions;

internal static class DecisionRegistration
{
    /// <summary>Adds deciding, one by one and in bulk, taking back, and the outbox with its relay.</summary>
    public static void AddDecisions(this IServiceCollection services)
    {
        services.AddSingleton<Decider>();
        services.AddSingleton<BulkDecider>();
        services.AddSingleton<DecisionUndo>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<OutboxSignal>();
        services.AddHostedService<RelayDecisions>();
    }
}
