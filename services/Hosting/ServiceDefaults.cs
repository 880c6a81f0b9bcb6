using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Moderation.Hosting.Sites;
using Moderation.Hosting.Telemetry;

namespace Moderation.Hosting;

/// <summary>What every service does alike: logs, metrics, traces, health, problem details, the list of sites.</summary>
public static class ServiceDefaults
{
    /// <param name="builder">The program's builder.</param>
    /// <param name="service">What logs and traces call this process.</param>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string service)
    {
        builder.AddTelemetry(service);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<SiteList>();
        builder.Services.AddProblemDetails();
        builder.Services.AddHealthChecks();
        builder.Services.AddCors();
        builder.Services.Replace(ServiceDescriptor.Singleton<ICorsPolicyProvider, SiteCors>());
        return builder;
    }

    /// <summary>Adds error answers, CORS and <c>/health/live</c> and <c>/health/ready</c>. Call before the modules' own Map methods.</summary>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        // Read at once, so that a wrong file stops the program with a sentence and not the first request.
        _ = app.Services.GetRequiredService<SiteList>();
        app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf });
        app.UseStatusCodePages();
        app.UseCors();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains("ready"),
            ResponseWriter = HealthAnswer.Write,
        });
        return app;
    }

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when Outage.Is(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
