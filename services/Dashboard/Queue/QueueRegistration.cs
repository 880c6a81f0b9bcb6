using Microsoft.Extensions.DependencyInjection;
using Moderation.Dashboard.Localisation;

namespace Moderation.Dashboard.Queue;

internal static class QueueRegistration
{
    // A loss is noticed on both sides within seconds.
    private static readonly TimeSpan _keepAlive = TimeSpan.FromSeconds(4);

    public static void AddQueue(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<ModeratorZone>();
        services.AddSingleton<AuthorRecords>();
        services.AddSingleton<CardMaker>();
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub =>
        {
            hub.KeepAliveInterval = _keepAlive;
            hub.ClientTimeoutInterval = _keepAlive * 4;
        });
    }
}
