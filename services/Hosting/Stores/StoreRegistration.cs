using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Moderation.Hosting.Stores;

/// <summary>The databases of the services in this process.</summary>
public static class StoreRegistration
{
    /// <summary>
    /// Gives a service its own tables: a keyed <see cref="System.Data.Common.DbDataSource"/> under the service's name, the
    /// scripts embedded in its assembly run before anything else starts, and a part of <c>/health/ready</c>.
    /// </summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, string service, Assembly scripts)
    {
        services.AddKeyedSingleton(service, (provider, _) => provider.GetRequiredService<IDatabases>().Source(service));
        services.AddSingleton(new Schema(service, scripts));
        if (!services.Any(known => known.ImplementationType == typeof(MigrateSchemas)))
        {
            services.AddSingleton<IHostedService, MigrateSchemas>();
        }

        services.AddHealthChecks().AddTypeActivatedCheck<DatabaseHealth>($"database-{service}", null, ["ready"], service);
        return services;
    }
}
