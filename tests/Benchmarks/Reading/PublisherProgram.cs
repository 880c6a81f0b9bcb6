using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Hosting;
using Moderation.Hosting.Bus;
using Moderation.Hosting.Stores;
using Moderation.Publisher;

namespace Moderation.Benchmarks.Reading;

/// <summary>The publisher as the services' host runs it, with an endpoint that does nothing beside.</summary>
internal static class PublisherProgram
{
    public const string Name = "publisher";
    public const string Nothing = "/nothing";

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults(Name);
        builder.Services.AddRabbitMqBus(builder.Configuration.GetConnectionString("RabbitMq")!, PublisherModule.AddPublisherConsumers);
        builder.Services.AddSingleton<IDatabases>(_ => new PostgresDatabases(builder.Configuration.GetConnectionString("Postgres")!));
        builder.AddPublisher();
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapPublisher();
        app.MapGet(Nothing, () => TypedResults.NoContent());
        await app.RunAsync();
        return 0;
    }
}
