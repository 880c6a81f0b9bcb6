using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Moderation.Hosting.Telemetry;

internal static class TelemetryRegistration
{
    public static void AddTelemetry(this WebApplicationBuilder builder, string service)
    {
        builder.Services.AddSerilog(log =>
        {
            log.MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
                .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
                .ReadFrom.Configuration(Without(builder.Configuration, "Serilog:WriteTo", "Serilog:AuditTo"))
                .Enrich.WithProperty("Service", service)
                .WriteTo.Sink(new MaskingSink(Sinks(builder.Configuration)));
        });

        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService($"moderation-{service}"))
            .WithTracing(tracing => tracing.AddSource("MassTransit").AddAspNetCoreInstrumentation())
            .WithMetrics(metrics => metrics.AddMeter("MassTransit", "Moderation.*").AddAspNetCoreInstrumentation().AddRuntimeInstrumentation())
            .UseOtlpExporter();
    }

    /// <summary>Where log lines go, those that an operator configured among them: all behind one mask.</summary>
    private static Logger Sinks(IConfiguration configuration)
    {
        var log = new LoggerConfiguration().MinimumLevel.Verbose().ReadFrom.Configuration(Without(configuration, "Serilog:MinimumLevel", "Serilog:Enrich"));
        return configuration.GetValue("DOTNET_RUNNING_IN_CONTAINER", false)
            ? log.WriteTo.Console(new CompactJsonFormatter()).CreateLogger()
            : log.WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}", formatProvider: CultureInfo.InvariantCulture).CreateLogger();
    }

    private static IConfiguration Without(IConfiguration configuration, params string[] sections) => new ConfigurationBuilder()
        .AddInMemoryCollection(configuration.AsEnumerable().Where(setting => !sections.Any(section => setting.Key.StartsWith(section, StringComparison.OrdinalIgnoreCase))))
        .Build();
}
