using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Moderation.Hosting.Stores;
using Moderation.Publisher.Avatars;
using Moderation.Publisher.Comments;

namespace Moderation.Publisher;

/// <summary>Stores and serves what the public may see, and nothing else.</summary>
public static class PublisherModule
{
    internal const string Database = "publisher";

    /// <summary>Adds the table of published comments.</summary>
    public static IHostApplicationBuilder AddPublisher(this IHostApplicationBuilder builder)
    {
        builder.Services.AddDatabase(Database, typeof(PublisherModule).Assembly);
        return builder;
    }

    /// <summary>Listens to decisions.</summary>
    public static IBusRegistrationConfigurator AddPublisherConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<PublishCommentConsumer>();
        return bus;
    }

    /// <summary>Maps <c>GET /v1/sites/{site}/comments</c> and <c>GET /v1/avatars/{key}.svg</c>.</summary>
    public static IEndpointRouteBuilder MapPublisher(this IEndpointRouteBuilder app)
    {
        app.MapListComments();
        app.MapAvatars();
        return app;
    }
}
