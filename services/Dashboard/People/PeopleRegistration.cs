using Microsoft.Extensions.DependencyInjection;
using Moderation.Dashboard.Tokens;

namespace Moderation.Dashboard.People;

internal static class PeopleRegistration
{
    /// <summary>Adds the accounts of people and the tokens of programs.</summary>
    public static void AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<Accounts>();
        services.AddSingleton<AccountChanges>();
        services.AddSingleton<OwnPassword>();
        services.AddSingleton<ApiTokens>();
        services.AddSingleton<TokenPrincipal>();
    }
}
