using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moderation.Learning;

namespace Moderation.Hosting.Models;

/// <summary><c>Learning:Start</c>: the file of a model, made with <c>train</c>, that all sites start from in place of the one that ships.</summary>
public static class StartModel
{
    private const string Setting = "Learning:Start";

    /// <summary>Adds the <see cref="Model"/> that all sites start from.</summary>
    public static void AddStartModel(this IServiceCollection services) =>
        services.TryAddSingleton(provider => Read(provider.GetRequiredService<IConfiguration>()));

    /// <exception cref="InvalidConfigurationException">There is no such file, or it is no model.</exception>
    internal static Model Read(IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } path)
        {
            return Model.Shipped;
        }

        try
        {
            return Model.Read(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidModelException)
        {
            throw new InvalidConfigurationException($"{Setting} names '{path}', which cannot be used: {exception.Message} (environment: Learning__Start).");
        }
    }
}
