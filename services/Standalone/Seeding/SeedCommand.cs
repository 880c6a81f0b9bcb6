using System.Net.Http.Headers;
using Moderation.Standalone.Commands;
using Spectre.Console;
using Cell = Spectre.Console.Text;

namespace Moderation.Standalone.Seeding;

/// <summary><c>seed [--url http://localhost:8080] [--site demo] [--secret demo-secret]</c>: posts the sample comments over HTTP and tells what became of each.</summary>
internal static class SeedCommand
{
    /// <returns>0 when every sample was taken and decided, else 1.</returns>
    public static async Task<int> Run(string[] args)
    {
        var settings = Arguments.Parse(args, ["url", "site", "secret"]);
        using var http = new HttpClient { BaseAddress = settings.Address("url", "http://localhost:8080") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", settings["secret"] ?? "demo-secret");
        var seeder = new Seeder(http, settings["site"] ?? "demo", TimeProvider.System);
        var samples = Sample.ReadAll(Path.Combine(AppContext.BaseDirectory, "seeds", "comments.jsonl"));
        try
        {
            var outcomes = await AnsiConsole.Progress()
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .StartAsync(async progress =>
                {
                    var posting = progress.AddTask("Posting", maxValue: samples.Count);
                    var posted = await seeder.Post(samples, () => posting.Increment(1));
                    var deciding = progress.AddTask("Waiting for verdicts", maxValue: samples.Count);
                    return await seeder.Follow(posted, () => deciding.Increment(1));
                });
            Print(outcomes);
            return outcomes.All(outcome => outcome.IsDecided) ? 0 : 1;
        }
        catch (HttpRequestException exception)
        {
            AnsiConsole.WriteLine($"{http.BaseAddress} does not answer: {exception.Message}");
            return 1;
        }
    }

    private static void Print(IReadOnlyList<Outcome> outcomes)
    {
        const int Shown = 60;
        var table = new Table().AddColumns("Sample", "Kind", "Status", "Author", "Text").Border(TableBorder.Simple);
        foreach (var outcome in outcomes)
        {
            var text = outcome.Sample.Body.ReplaceLineEndings(" ");
            table.AddRow(
                new Cell(outcome.Sample.Id),
                new Cell(outcome.Sample.Kind),
                new Cell(outcome.Status, outcome.Status switch { "approved" => Color.Green, "held" => Color.Yellow, _ => Color.Red }),
                new Cell(outcome.Sample.Author.Name),
                new Cell(text.Length > Shown ? string.Concat(text.AsSpan(0, Shown), "…") : text));
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine(string.Join(", ", outcomes.GroupBy(outcome => outcome.Status).Select(group => $"{group.Count()} {group.Key}")));
    }
}
