using Microsoft.Extensions.DependencyInjection;

namespace Moderation.Dashboard.Authors;

internal static class AuthorsRegistration
{
    public static void AddAuthors(this IServiceCollection services)
    {
        services.AddSingleton<CaseEraser>();
        services.AddSingleton<ForgetContacts>();
        services.AddSingleton<KnowAuthors>();
        services.AddHostedService<ForgetHourly>();
        services.AddSingleton<AuthorReader>();
        services.AddSingleton<AuthorNotes>();
        services.AddSingleton<AuthorStandings>();
        services.AddSingleton<StandingsSharer>();
        services.AddHostedService<ShareStandings>();
        services.AddSingleton<ErasureRequests>();
        services.AddHostedService<RelayErasureRequests>();
    }
}
