using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moderation.Hosting.Stores;
using Moderation.Publisher.Answers;
using Moderation.Publisher.Authors;
using Moderation.Publisher.Avatars;
using Moderation.Publisher.Comments;
using Moderation.Publisher.Decisions;
using Moderation.Publisher.Feeds;
using Moderation.Publisher.Live;
using Moderation.Publisher.Pages;

namespace Moderation.Publisher;

/// <summary>Stores and serves what the public may see, and nothing else.</summary>
public static class PublisherModule
{
    internal const string Name = "publisher";

    /// <summary>Adds the tables of published comments and what answers from them.</summary>
    public static void AddPublisher(this IHostApplicationBuilder builder)
    {
        builder.Services.AddDatabase(Name, typeof(PublisherModule).Assembly);
        builder.Services.AddSingleton<PageNews>();
        builder.Services.AddSingleton<NewsForOthers>();
        builder.Services.AddSingleton<DecisionStore>();
        builder.Services.AddSingleton<PublishedOfAuthor>();
        builder.Services.AddSingleton<CommentReader>();
        builder.Services.AddSingleton<AnswerCache>();
        builder.Services.AddSingleton<ChangeReader>();
        builder.Services.AddSingleton<LivePages>();
        builder.Services.AddSingleton<LiveReader>();
        builder.Services.AddSingleton<FeedReader>();
    }

    /// <summary>Adds the consumers that follow the decisions, the erasures and what the other publishers make of them.</summary>
    public static void AddPublisherConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<PublishCommentConsumer>();
        bus.AddConsumer<ErasePublishedConsumer>();
        bus.AddConsumer<FollowPagesConsumer>().Endpoint(endpoint =>
        {
            endpoint.Name = HearingObserver.Queue;
            endpoint.InstanceId = $"-{NewId.NextGuid():N}";
            endpoint.Temporary = true;
        });
        bus.AddReceiveEndpointObserver<HearingObserver>();
    }

    /// <summary>Maps the lists of comments, their counts, streams and feeds, and <c>GET /v1/avatars/{key}.svg</c>.</summary>
    public static void MapPublisher(this IEndpointRouteBuilder app)
    {
        app.MapListComments();
        app.MapCountComments();
        app.MapStreamPage();
        app.MapServeFeed();
        app.MapAvatars();
    }
}
