using System.Text.Json;
using Moderation.Contracts;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

public sealed class SampleTests
{
    [Fact]
    public async Task The_sample_comments_get_the_outcome_they_expect()
    {
        await using var own = await EmptyRedis.StartAsync();
        var surprises = new List<string>();

        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "seeds", "comments.jsonl")))
        {
            var sample = JsonElement.Parse(line);
            var (outcome, verdict) = await own.Worker.Pipeline.JudgeAsync(CommentOf(sample));
            if (sample.GetProperty("expect").GetString() is { } expected && !expected.Equals(outcome.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                surprises.Add($"{sample.GetProperty("id")}: {outcome} instead of {expected}, {string.Join(' ', verdict.Findings.Select(finding => finding.Reason))}");
            }
        }

        Assert.Empty(surprises);
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
}
