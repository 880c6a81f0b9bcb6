using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Moderation.Hosting.Stores;
using Moderation.Publisher.Avatars;
using Moderation.Publisher.Comments;
using Moderation.Publisher.Widget;

namespace Moderation.Publisher;

/// <summary>Stores and serves what the public may see, and nothing else.</summary>
public static class PublisherModule
{
    internal const string Name = "publisher";

    /// <summary>Adds the table of published comments.</summary>
    public static void AddPublisher(this IHostApplicationBuilder builder) =>
        builder.Services.AddDatabase(Name, typeof(PublisherModule).Assembly);

    /// <summary>Adds the consumer that follows the decisions.</summary>
    public static void AddPublisherConsumers(this IBusRegistrationConfigurator bus) => bus.AddConsumer<PublishCommentConsumer>();

    /// <summary>Maps <c>GET /v1/sites/{site}/comments</c>, <c>GET /v1/avatars/{key}.svg</c> and <c>GET /embed.js</c>.</summary>
    public static void MapPublisher(this IEndpointRouteBuilder app)
    {
        app.MapListComments();
        app.MapAvatars();
        app.MapWidget();
    }
}
