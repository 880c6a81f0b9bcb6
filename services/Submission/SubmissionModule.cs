using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moderation.Hosting.Retention;
using Moderation.Hosting.Stores;
using Moderation.Submission.Api;
using Moderation.Submission.Authors;
using Moderation.Submission.Import;
using Moderation.Submission.Intake;
using Moderation.Submission.Relay;

namespace Moderation.Submission;

/// <summary>Takes comments in: saves each one, publishes it, and tells what became of it.</summary>
public static class SubmissionModule
{
    internal const string Name = "submission";

    /// <summary>Adds the comment store, the publisher of fresh comments and the relay.</summary>
    public static void AddSubmission(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SubmissionOptions>()
            .BindConfiguration("Submission").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddRetention();
        builder.Services.AddDatabase(Name, typeof(SubmissionModule).Assembly);
        builder.Services.AddSingleton<CommentStore>();
        builder.Services.AddSingleton<PostLimit>();
        builder.Services.AddSingleton<SubmitComment>();
        builder.Services.AddSingleton<ImportStore>();
        builder.Services.AddSingleton<ImportComments>();
        builder.Services.AddSingleton<FreshComments>();
        builder.Services.AddSingleton<CommentPublisher>();
        builder.Services.AddSingleton<KeptComments>();
        builder.Services.AddSingleton<ErasureStore>();
        builder.Services.AddHostedService<PublishFreshComments>();
        builder.Services.AddHostedService<RelayPendingComments>();
        builder.Services.AddHostedService<RelayErasures>();
    }

    /// <summary>Adds the consumers that follow the decisions and the erasures.</summary>
    public static void AddSubmissionConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<UpdateStatusConsumer>();
        bus.AddConsumer<ConfirmErasureConsumer>();
        bus.AddConsumer<RequestErasureConsumer>();
    }

    /// <summary>
    /// Maps <c>POST /v1/sites/{site}/comments</c>, <c>GET /v1/comments/{id}</c>, <c>POST /v1/sites/{site}/imports</c>, and what a site asks
    /// for on behalf of an author.
    /// </summary>
    public static void MapSubmission(this IEndpointRouteBuilder app)
    {
        app.MapSubmitComment();
        app.MapCommentStatus();
        app.MapImportComments();
        app.MapAuthors();
    }
}
