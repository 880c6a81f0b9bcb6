using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Moderation.Dashboard.Api;
using Moderation.Dashboard.Audit;
using Moderation.Dashboard.Authors;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.DeadMessages;
using Moderation.Dashboard.Decisions;
using Moderation.Dashboard.Learning;
using Moderation.Dashboard.Live;
using Moderation.Dashboard.Localisation;
using Moderation.Dashboard.Numbers;
using Moderation.Dashboard.Pages;
using Moderation.Dashboard.People;
using Moderation.Dashboard.Queue;
using Moderation.Dashboard.Rules;
using Moderation.Dashboard.SignIn;
using Moderation.Hosting;
using Moderation.Hosting.Retention;
using Moderation.Hosting.Stores;

namespace Moderation.Dashboard;

/// <summary>The moderators' desk: keeps every case, shows what is held, and makes moderators' decisions stand.</summary>
public static class DashboardModule
{
    internal const string Name = "dashboard";

    /// <summary>Adds the cases, the outbox with its relay, signing in, and the pages.</summary>
    public static void AddDashboard(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<DashboardOptions>().BindConfiguration("Dashboard");
        services.AddDatabase(Name, typeof(DashboardModule).Assembly);
        services.AddSingleton<CaseReader>();
        services.AddHostedService<IndexOldCases>();
        services.AddDecisions();
        services.AddLive();
        services.AddRetention();
        services.AddAuthors();
        services.AddSignIn(builder.Configuration);
        services.AddPeople();
        services.AddDeadMessages();
        services.AddAudit();
        services.AddRules();
        services.AddLearning();
        services.AddNumbers();
        services.AddLocalization();
        services.AddQueue();
    }

    /// <summary>Registers the consumers that file cases and erase authors.</summary>
    public static void AddDashboardConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<FileCaseConsumer>();
        bus.AddConsumer<EraseCasesConsumer>();
    }

    /// <summary>
    /// Maps the pages and the API under <c>/dashboard</c> and the export of an author's cases, and adds what they need of the pipeline. The host itself serves
    /// static web assets (<c>MapStaticAssets</c>, in a project with <c>RequiresAspNetWebAssets</c>).
    /// </summary>
    /// <exception cref="InvalidConfigurationException"><c>Dashboard:Password</c> is missing.</exception>
    public static void MapDashboard(this IEndpointRouteBuilder app)
    {
        if (string.IsNullOrWhiteSpace(app.ServiceProvider.GetRequiredService<IOptions<DashboardOptions>>().Value.Password))
        {
            throw new InvalidConfigurationException("Nobody could sign in to the dashboard. Set Dashboard:Password (environment: Dashboard__Password).");
        }

        if (app is IApplicationBuilder pipeline)
        {
            pipeline.UseLanguages();
            pipeline.UsePageHeaders();
            pipeline.UseSessionsOnly();
            pipeline.UseAntiforgery();
        }

        var api = app.MapGroup("/dashboard/api").RequireAuthorization(Schemes.Moderators).AddEndpointFilter(Problems.NeverStoredAsync)
            .AddEndpointFilter(ForgedRequests.RefuseAsync);
        api.MapComments();
        api.MapCounts();
        api.MapDecisions();
        api.MapAuthors();
        api.MapUndo();
        api.MapDeadMessages();
        app.MapAuditCsv();
        api.MapRules();
        api.MapLearning();
        app.MapOperationsForms();
        app.MapKeptCases();
        app.MapSignOut();
        app.MapOpenIdConnectDoor();
        app.MapLanguageSwitch();
        app.MapColours();
        // Who may frame the pages is in their own headers.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(mode => mode.ContentSecurityFrameAncestorsPolicy = null);
    }
}
