using Microsoft.Extensions.DependencyInjection;
using Moderation.Hosting.Models;

namespace Moderation.Worker.Learned;

internal static class LearnedRegistration
{
    /// <summary>Adds the models of the sites, and what keeps them as the learner has them.</summary>
    public static void AddLearned(this IServiceCollection services)
    {
        services.AddStartModel();
        services.AddSingleton<ModelsInForce>();
        services.AddSingleton<MeasureModels>();
        services.AddSingleton<SharedModelReader>();
        services.AddHostedService<WatchModels>();
        services.AddHealthChecks().AddCheck<ModelsHealth>("models", tags: ["ready"]);
    }
}
