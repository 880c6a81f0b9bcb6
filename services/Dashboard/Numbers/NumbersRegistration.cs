using Microsoft.Extensions.DependencyInjection;

namespace Moderation.Dashboard.Numbers;

internal static class NumbersRegistration
{
    public static void AddNumbers(this IServiceCollection services)
    {
        services.AddSingleton<NumbersReader>();
        services.AddHostedService<MeasureDesk>();
    }
}
