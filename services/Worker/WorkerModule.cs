using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Moderation.Worker.Authors;
using Moderation.Worker.Checks;
using Moderation.Worker.Facts;
using Moderation.Worker.Learned;
using Moderation.Worker.Rules.Desk;
using Moderation.Worker.Rules.Watching;

namespace Moderation.Worker;

/// <summary>The service that gives each comment its first verdict. It keeps nothing but what it shares in Redis.</summary>
public static class WorkerModule
{
    /// <summary>Adds the rules of <c>Rules:Directory</c> and the facts they need. Redis is added by the program.</summary>
    public static void AddWorker(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(provider => new RulesetSource(
            provider.GetRequiredService<IConfiguration>()["Rules:Directory"] ?? Path.Combine(AppContext.BaseDirectory, "seeds"),
            provider.GetRequiredService<ILogger<RulesetSource>>()));
        builder.Services.AddHostedService<WatchRules>();
        builder.Services.AddSingleton<DeskChanges>();
        builder.Services.AddHostedService<WatchDesk>();
        builder.Services.AddSingleton<RulesOnTrial>();
        builder.Services.AddSingleton<DeskAnswers>();
        builder.Services.AddHealthChecks().AddCheck<RulesHealth>("rules", tags: ["ready"]);
        builder.Services.AddLearned();
        builder.Services.AddSingleton<RedisFacts>();
        builder.Services.AddSingleton<LocalLimiter>();
        builder.Services.AddSingleton<FactReader>();
        builder.Services.AddSingleton<AuthorHistory>();
        builder.Services.AddSingleton<AuthorFacts>();
        builder.Services.AddSingleton<Pipeline>();
        builder.Services.AddSingleton<CheckReader>();
    }

    /// <summary>Adds what listens for submitted comments, for decisions, for erasures and for questions of the desk.</summary>
    public static void AddWorkerConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<ModerateCommentConsumer, ModerateCommentDefinition>();
        bus.AddConsumer<RememberOutcomeConsumer>();
        bus.AddConsumer<EraseFactsConsumer>();
        bus.AddConsumer<AnswerDeskConsumer, AnswerDeskDefinition>();
    }

    /// <summary>Maps <c>POST /v1/check</c>.</summary>
    /// <exception cref="Hosting.InvalidConfigurationException">A rule file is missing or wrong.</exception>
    public static void MapWorker(this IEndpointRouteBuilder app)
    {
        // Read at once, so that a wrong file stops the program with a sentence and not the first comment.
        _ = app.ServiceProvider.GetRequiredService<RulesetSource>();
        _ = app.ServiceProvider.GetRequiredService<DeskChanges>();
        _ = app.ServiceProvider.GetRequiredService<MeasureModels>();
        app.MapChecks();
    }
}
