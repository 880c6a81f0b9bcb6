using Microsoft.Extensions.DependencyInjection;
using Moderation.Hosting.Bus.DeadMessages;

namespace Moderation.Dashboard.DeadMessages;

internal static class DeadMessagesRegistration
{
    public static void AddDeadMessages(this IServiceCollection services)
    {
        services.AddSingleton<DeadMessageStore>();
        services.AddSingleton<CollectDeadMessage>(provider => provider.GetRequiredService<DeadMessageStore>().StoreAsync);
        services.AddSingleton<DeadMessageList>();
        services.AddSingleton<SettleDeadMessages>();
        services.AddSingleton<ForgetDeadMessages>();
        services.AddHostedService<CountDeadMessages>();
    }
}
