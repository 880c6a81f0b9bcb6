using Microsoft.Extensions.DependencyInjection;

namespace Moderation.Dashboard.Learning;

/// <summary>The page about what is learned, and its API.</summary>
internal static class LearningRegistration
{
    public static void AddLearning(this IServiceCollection services)
    {
        services.AddSingleton<LearningReports>();
        services.AddSingleton<ToldBeforehand>();
        services.AddSingleton<LearningRequests>();
        services.AddSingleton<TaughtLately>();
        services.AddSingleton<LearningReader>();
        services.AddSingleton<AskLearner>();
        services.AddHostedService<RelayLearningRequests>();
    }
}
