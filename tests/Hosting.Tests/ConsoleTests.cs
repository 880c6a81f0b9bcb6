using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Moderation.Hosting.Tests;

/// <summary>Alone, because what a process writes to its console belongs to nobody.</summary>
[CollectionDefinition(nameof(ConsoleTests), DisableParallelization = true)]
[Collection(nameof(ConsoleTests))]
public sealed class ConsoleTests
{
    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public async Task A_services_console_shows_no_address_and_only_the_levels_that_were_asked_for(string inContainer)
    {
        var log = await LogOf(inContainer, logger =>
        {
            logger.LogInformation("Not asked for");
            logger.LogWarning(new InvalidOperationException("asha@example.com is unknown"), "Asked for by {Author}", "asha%40example.com");
        });

        Assert.Contains("Asked for by", log, StringComparison.Ordinal);
        Assert.Contains("is unknown", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Not asked for", log, StringComparison.Ordinal);
        Assert.DoesNotContain("asha", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_in_a_container_names_its_service()
    {
        var log = await LogOf("true", logger => logger.LogWarning("One line"));

        Assert.Equal("submission", JsonDocument.Parse(log).RootElement.GetProperty("Service").GetString());
    }

    private static async Task<string> LogOf(string inContainer, Action<ILogger> write)
    {
        using var log = new StringWriter();
        var console = Console.Out;
        Console.SetOut(TextWriter.Synchronized(log));
        try
        {
            var builder = WebApplication.CreateBuilder();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["DOTNET_RUNNING_IN_CONTAINER"] = inContainer,
                ["Serilog:MinimumLevel:Default"] = "Warning",
            });
            builder.AddServiceDefaults("submission");
            await using var app = builder.Build();
            write(app.Services.GetRequiredService<ILogger<ConsoleTests>>());
        }
        finally
        {
            Console.SetOut(console);
        }

        return log.ToString();
    }
}
