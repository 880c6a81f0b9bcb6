using Moderation.Hosting;
using Moderation.Hosting.Bus;
using Moderation.Hosting.Stores;

namespace Moderation.Host;

/// <summary>One service on RabbitMQ, Redis and PostgreSQL.</summary>
internal static class ServiceHost
{
    public static Task<int> Run(Service service, string[] args) => Startup.Run(async () =>
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseStaticWebAssets();
        builder.AddServiceDefaults(service.Name);
        builder.Services.AddRabbitMqBus(ConnectionString("RabbitMq"), service.AddConsumers);
        if (service.UsesPostgres)
        {
            var postgres = ConnectionString("Postgres");
            builder.Services.AddSingleton<IDatabases>(_ => new PostgresDatabases(postgres));
        }

        if (service.UsesRedis)
        {
            builder.Services.AddRedis(ConnectionString("Redis"));
        }

        service.Add(builder);
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapStaticAssets();
        service.Map(app);
        await app.RunAsync();

        string ConnectionString(string server) => builder.Configuration.GetConnectionString(server) is { Length: > 0 } value
            ? value
            : throw new InvalidConfigurationException(
                $"The {service.Name} service needs a connection string for {server}. Set ConnectionStrings:{server} (environment: ConnectionStrings__{server}).");
    });
}
