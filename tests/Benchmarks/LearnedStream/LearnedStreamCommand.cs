using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Moderation.Benchmarks.Flow;
using Moderation.Benchmarks.Quality;
using Moderation.Learning;
using Moderation.Learning.Training;
using Moderation.Servers;
using Moderation.Text;

namespace Moderation.Benchmarks.LearnedStream;

/// <summary>
/// <c>learned-stream DIRECTORY</c>: the whole system, from a model that knows none of the texts, with a moderator who decides what is held as the
/// data say; beside it what the same rules would have done that learn nothing.
/// </summary>
internal static class LearnedStreamCommand
{
    private const int PartSize = 50;
    private const int Step = 250;
    private static readonly TimeSpan _pauseAfterDeciding = TimeSpan.FromSeconds(1);

    /// <returns>0 when it was measured; 2 when it could not be.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var directory, .. var rest])
        {
            return Usage.Print();
        }

        var scratch = Directory.CreateTempSubdirectory("stream");
        try
        {
            var texts = StreamedText.Read(directory);
            var steps = await MeasureAsync(texts, scratch.FullName);
            if (new ConfigurationBuilder().AddCommandLine(rest).Build()["plot"] is { } plot)
            {
                await File.WriteAllTextAsync(plot, StreamPlot.Draw(steps));
            }

            return 0;
        }
        catch (Exception exception) when (exception is IOException or JsonException or InvalidOperationException or HttpRequestException or ServersUnavailableException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<(int Decisions, Tally Tally)>> MeasureAsync(IReadOnlyList<LabelledText> texts, string scratch)
    {
        await using var system = await ModerationSystem.StartAsync(workers: 2, new Dictionary<string, string>
        {
            ["Learning__Start"] = Start(scratch),
            ["Rules__Directory"] = Rules(scratch),
        });
        using var site = new ScriptedSite(system.Submission, system.Dashboard);
        Console.WriteLine(Row("decisions", "comments", "held", "by rules alone", "wrong approvals", "by rules alone", "wrong holds", "by rules alone", "wrong rejections", "by rules alone"));
        Console.WriteLine(Row([.. Enumerable.Repeat("---:", 10)]));
        var steps = new List<(int Decisions, Tally Tally)>();
        var (decisions, tally, nextStep) = (0, new Tally(), Step);
        foreach (var (part, chunk) in texts.Chunk(PartSize).Index())
        {
            var filed = await site.PostAsync(chunk, part);
            var held = new List<(Guid Id, string Label)>();
            foreach (var (text, comment) in chunk.Zip(filed))
            {
                if (comment is not null)
                {
                    tally.Add(text.Label != "ok", comment.StateByRules, comment.State);
                    held.AddRange(comment.State == "held" ? [(comment.Id, text.Label)] : []);
                }
            }

            await site.DecideAsync(held);
            decisions += held.Count;
            if (decisions >= nextStep || (part + 1) * PartSize >= texts.Count)
            {
                steps.Add((decisions, tally));
                Console.WriteLine(RowOf(decisions, tally));
                (tally, nextStep) = (new Tally(), decisions + Step);
            }

            // Less than a person takes for this many, and more than a model takes to be there.
            await Task.Delay(_pauseAfterDeciding);
        }

        return steps;
    }

    // From what was written for this project alone: the model that ships knows most of these texts.
    private static string Start(string scratch)
    {
        var lessons = LabelledText.Read(Path.Combine(Repository.Seeds, "learning", "comments.jsonl"))
            .Select(row => new Lesson(TextView.Decoded(row.Text), row.Label == "spam" ? null : row.Label == "abuse", row.Label == "abuse" ? null : row.Label == "spam"));
        var path = Path.Combine(scratch, "start.model");
        File.WriteAllBytes(path, Course.Teach([.. lessons], Model.Blank, TaughtFor.OtherSites).Store());
        return path;
    }

    // The rules that ship, and what speaks for a comment switched on.
    private static string Rules(string scratch)
    {
        var directory = Path.Combine(scratch, "seeds");
        foreach (var file in Directory.GetFiles(Repository.Seeds, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(directory, Path.GetRelativePath(Repository.Seeds, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var learned = Path.Combine(directory, "rules", "learned.yaml");
        File.WriteAllText(learned, File.ReadAllText(learned).Replace("mode: off", "mode: live", StringComparison.Ordinal));
        return directory;
    }

    private static string RowOf(int decisions, Tally tally) => Row(
    [
        .. new[]
        {
            decisions, tally.Comments, tally.Learned.Held, tally.Rules.Held, tally.Learned.WrongApprovals, tally.Rules.WrongApprovals,
            tally.Learned.WrongHolds, tally.Rules.WrongHolds, tally.Learned.WrongRejections, tally.Rules.WrongRejections,
        }.Select(number => number.ToString("N0", CultureInfo.InvariantCulture)),
    ]);

    private static string Row(params string[] cells) => $"| {string.Join(" | ", cells)} |";
}
