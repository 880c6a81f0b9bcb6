using Microsoft.Extensions.DependencyInjection;

namespace Moderation.Worker.Learned;

internal static class LearnedRegistration
{
    /// <summary>Adds the models of the sites, and what keeps them as the learner has them.</summary>
    public static void AddLearned(this IServiceCollection services)
    {
        services.AddSingleton<ModelsInForce>();
        services.AddSingleton<MeasureModels>();
        services.AddSingleton<SharedModelReader>();
        services.AddHostedService<WatchModels>();
        services.AddHealthChecks().AddCheck<ModelsHealth>("models", tags: ["ready"]);
    }
}
