using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Dashboard.Counts;
using Moderation.Dashboard.Leases;

namespace Moderation.Dashboard.Live;

internal static class LiveRegistration
{
    /// <summary>Adds what open desks know of each other: the news, the leases and the counts.</summary>
    public static void AddLive(this IServiceCollection services)
    {
        services.AddSingleton<ChangeReader>();
        services.AddSingleton<DeskNews>();
        services.AddHostedService(provider => provider.GetRequiredService<DeskNews>());
        services.AddSingleton<LeaseStore>();
        services.AddScoped<DeskLease>();
        services.AddScoped<CircuitHandler, LostPages>();
        services.AddSingleton<CaseCounts>();
    }
}
