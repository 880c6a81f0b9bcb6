using System.Text.Json;
using Moderation.Contracts;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

public sealed class SampleTests
{
    private static readonly string _seeds = Path.Combine(AppContext.BaseDirectory, "seeds");
    private static readonly string _learned = Path.Combine("rules", "learned.yaml");

    [Fact]
    public async Task The_sample_comments_get_the_outcome_they_expect_of_rules_and_lists()
    {
        var rules = Directory.CreateTempSubdirectory("unlearned-").FullName;
        foreach (var file in Directory.EnumerateFiles(_seeds, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_seeds, file)).Where(file => file != _learned))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(rules, file))!);
            File.Copy(Path.Combine(_seeds, file), Path.Combine(rules, file));
        }

        var surprises = await JudgeAsync(rules, (sample, outcome) => outcome == sample.Expected);
        Directory.Delete(rules, recursive: true);

        Assert.Empty(surprises);
    }

    [Fact]
    public async Task What_ships_as_learned_lets_nothing_bad_through_and_holds_nothing_good()
    {
        var surprises = await JudgeAsync(null, (sample, outcome) =>
            outcome >= sample.Expected && (sample.Expected is not Outcome.Approve || outcome is not Outcome.Reject) && (sample.Kind is not "good" || outcome == sample.Expected));

        Assert.Empty(surprises);
    }

    private static async Task<List<string>> JudgeAsync(string? rules, Func<Sample, Outcome, bool> isExpected)
    {
        await using var own = await EmptyRedis.StartAsync(rules);
        var surprises = new List<string>();
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(_seeds, "comments.jsonl")))
        {
            var json = JsonElement.Parse(line);
            var sample = new Sample(json.GetProperty("kind").GetString()!, Enum.Parse<Outcome>(json.GetProperty("expect").GetString()!, ignoreCase: true));
            var (outcome, verdict) = await own.Worker.Pipeline.JudgeAsync(CommentOf(json));
            if (!isExpected(sample, outcome))
            {
                surprises.Add($"{json.GetProperty("id")}: {outcome} instead of {sample.Expected}, {string.Join(' ', verdict.Findings.Select(finding => finding.Reason))}");
            }
        }

        return surprises;
    }

    private static CommentSubmitted CommentOf(JsonElement sample) => new()
    {
        CommentId = Guid.CreateVersion7(),
        SiteId = "demo",
        Page = sample.GetProperty("page").Deserialize<Page>(JsonSerializerOptions.Web)!,
        Author = sample.GetProperty("author").Deserialize<Author>(JsonSerializerOptions.Web)!,
        Body = sample.GetProperty("body").GetString()!,
        Client = sample.GetProperty("client").Deserialize<Client>(JsonSerializerOptions.Web)!,
        SubmittedAt = DateTimeOffset.UnixEpoch,
    };

    private sealed record Sample(string Kind, Outcome Expected);
}
