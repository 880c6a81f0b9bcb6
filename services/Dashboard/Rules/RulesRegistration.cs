using Microsoft.Extensions.DependencyInjection;

namespace Moderation.Dashboard.Rules;

/// <summary>The rules page and its API.</summary>
internal static class RulesRegistration
{
    public static void AddRules(this IServiceCollection services)
    {
        services.AddSingleton<RulesVersions>();
        services.AddSingleton<PutRulesInForce>();
        services.AddHostedService<KeepRulesInForce>();
        services.AddSingleton<Workers>();
        services.AddSingleton<RulesPreviews>();
        services.AddSingleton<RulesKeeper>();
        services.AddSingleton<RuleNumbers>();
        services.AddSingleton<WordsHit>();
    }
}
