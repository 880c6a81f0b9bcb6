using Microsoft.Extensions.DependencyInjection;

namespace Moderation.Dashboard.Audit;

internal static class AuditRegistration
{
    public static void AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<Sealer>();
        services.AddSingleton<AuditReader>();
        services.AddHostedService<SealEntries>();
    }
}
