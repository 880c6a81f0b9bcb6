using System.Diagnostics;
using Moderation.Flow.Tests.Running;
using Moderation.Servers;

namespace Moderation.Flow.Tests;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("submission", "RabbitMq")]
    [InlineData("submission", "Postgres")]
    [InlineData("worker", "RabbitMq")]
    [InlineData("worker", "Redis")]
    [InlineData("publisher", "RabbitMq")]
    [InlineData("publisher", "Postgres")]
    [InlineData("dashboard", "RabbitMq")]
    [InlineData("dashboard", "Redis")]
    [InlineData("dashboard", "Postgres")]
    [InlineData("learner", "RabbitMq")]
    [InlineData("learner", "Redis")]
    [InlineData("learner", "Postgres")]
    public async Task Stops_with_a_sentence_that_names_the_missing_connection_string(string service, string missing)
    {
        var start = new ProcessStartInfo(OwnProgram.DotNet, [Built.Host, service, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardError = true,
        };
        var strings = new Dictionary<string, string> { ["RabbitMq"] = "amqp://127.0.0.1:1", ["Redis"] = "127.0.0.1:1", ["Postgres"] = "Host=127.0.0.1;Port=1" };
        foreach (var (name, value) in Settings.With(strings.Where(known => known.Key != missing).Select(known => KeyValuePair.Create($"ConnectionStrings__{known.Key}", known.Value))))
        {
            start.Environment[name] = value;
        }

        Assert.Equal(
            $"The {service} service needs a connection string for {missing}. Set ConnectionStrings:{missing} (environment: ConnectionStrings__{missing}).",
            await RefusalAsync(start));
    }

    [Fact]
    public async Task Stops_with_a_sentence_that_names_the_setting_that_is_no_number()
    {
        var data = Directory.CreateTempSubdirectory("moderation-data-");
        var start = new ProcessStartInfo(
            OwnProgram.DotNet, [Built.Standalone, "--urls", "http://127.0.0.1:0", "--Data:Directory", data.FullName, "--Retention:Days", "many"])
        {
            RedirectStandardError = true,
        };

        Assert.StartsWith("Failed to convert configuration value 'many' at 'Retention:Days'", await RefusalAsync(start), StringComparison.Ordinal);
        data.Delete(recursive: true);
    }

    private static async Task<string> RefusalAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var kill = end.Token.Register(() => process.Kill(entireProcessTree: true));
        var sentence = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(2, process.ExitCode);
        return sentence.Trim();
    }
}
