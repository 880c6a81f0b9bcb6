using Microsoft.Extensions.DependencyInjection;

namespace Moderation.Hosting.Retention;

public static class RetentionRegistration
{
    /// <summary>Adds <see cref="RetentionOptions"/>, checked at the start.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().BindConfiguration("Retention").ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
