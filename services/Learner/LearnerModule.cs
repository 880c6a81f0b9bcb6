using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moderation.Hosting.Models;
using Moderation.Hosting.Retention;
using Moderation.Hosting.Stores;
using Moderation.Learner.Log;
using Moderation.Learner.Versions;

namespace Moderation.Learner;

/// <summary>Learns of moderators' decisions, for every site by itself, and hands the models to the workers.</summary>
public static class LearnerModule
{
    internal const string Name = "learner";

    /// <summary>Adds the logs of what was taught, and what makes models of them. Redis is added by the program.</summary>
    public static void AddLearner(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<LearningOptions>().BindConfiguration("Learning").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddRetention();
        builder.Services.AddStartModel();
        builder.Services.AddDatabase(Name, typeof(LearnerModule).Assembly);
        builder.Services.AddSingleton<LogSignal>();
        builder.Services.AddSingleton<LogWriter>();
        builder.Services.AddSingleton<LogReader>();
        builder.Services.AddSingleton<VersionStore>();
        builder.Services.AddSingleton<ShareModels>();
        builder.Services.AddSingleton<LearnerMetrics>();
        builder.Services.AddHostedService<FollowLogs>();
        builder.Services.AddHostedService<ForgetLessons>();
    }

    /// <summary>Adds the consumers that write down what is taught, asked for and erased.</summary>
    public static void AddLearnerConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<LearnCommentConsumer, LearnCommentDefinition>();
        bus.AddConsumer<ChangeLearningConsumer, ChangeLearningDefinition>();
        bus.AddConsumer<EraseLessonsConsumer>();
    }
}
