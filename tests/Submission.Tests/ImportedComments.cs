using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Moderation.Contracts;

namespace Moderation.Submission.Tests;

/// <summary>Archives: comments that were decided elsewhere, long ago.</summary>
public sealed class ImportedComments(SubmissionSystem system) : IClassFixture<SubmissionSystem>
{
    private static readonly DateTimeOffset _then = new(2019, 7, 1, 5, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("approved", typeof(CommentApproved), "approved")]
    [InlineData("held", typeof(CommentHeld), "held")]
    [InlineData("rejected", typeof(CommentRejected), "rejected")]
    [InlineData("withdrawn", typeof(CommentRejected), "rejected")]
    public async Task Keep_their_status_and_their_date(string status, Type message, string told)
    {
        var id = Guid.CreateVersion7(_then);

        var result = Assert.Single(await Import(Line(id, status)));

        Assert.Equal("imported", result.GetProperty("result").GetString());
        await SubmissionSystem.Eventually(() => system.Decisions.Any(decision => decision.Comment.CommentId == id));
        var decision = system.Decisions.First(decision => decision.Comment.CommentId == id);
        Assert.IsType(message, decision);
        Assert.Equal((IDecision.Import, _then, 1), (decision.DecidedBy, decision.DecidedAt, decision.Sequence));
        Assert.Equal("पुरानी बात", decision.Comment.Body);
        await SubmissionSystem.Eventually(async () => (await Status(id)).GetProperty("status").GetString() == told);
        Assert.Equal(_then, (await Status(id)).GetProperty("submittedAt").GetDateTimeOffset());
        Assert.DoesNotContain(system.Published, comment => comment.CommentId == id);
    }

    [Fact]
    public async Task Come_only_once_however_often_they_are_sent()
    {
        var (first, second) = (Guid.CreateVersion7(_then), Guid.CreateVersion7(_then));

        var before = await Import(Line(first), Line(first));
        var after = await Import(Line(second), Line(first));

        Assert.Equal(["imported", "known"], before.Select(result => result.GetProperty("result").GetString()));
        Assert.Equal(["imported", "known"], after.Select(result => result.GetProperty("result").GetString()));
    }

    [Theory]
    [InlineData("{", "")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("""{"id":5}""", "id")]
    [InlineData("""{"id":"x","submittedAt":"2019-07-01T00:00:00Z","status":"approved"}""", "id")]
    [InlineData("""{"submittedAt":"2999-07-01T00:00:00Z"}""", "submittedAt")]
    [InlineData("""{"submittedAt":"0001-07-01T00:00:00Z"}""", "submittedAt")]
    [InlineData("""{"status":"spam"}""", "status")]
    [InlineData("""{"body":""}""", "body")]
    public async Task Are_refused_one_by_one_with_a_sentence(string line, string field)
    {
        var id = Guid.CreateVersion7(_then);

        var results = await Import(line, Line(id));

        Assert.Equal(["refused", "imported"], results.Select(result => result.GetProperty("result").GetString()));
        Assert.True(results[0].GetProperty("errors").TryGetProperty(field, out _), results[0].GetRawText());
    }

    [Fact]
    public async Task May_be_longer_than_those_that_readers_write()
    {
        var result = Assert.Single(await Import(Line(Guid.CreateVersion7(_then), body: new string('न', 20_000))));

        Assert.Equal("imported", result.GetProperty("result").GetString());
    }

    [Fact]
    public async Task Are_taken_in_batches_of_a_bounded_size()
    {
        using var response = await Post(system.Site, string.Concat(Enumerable.Repeat("{}\n", 501)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Come_from_nobody_but_the_site()
    {
        using var browser = await Post(system.Browser, Line(Guid.CreateVersion7(_then)));
        using var elsewhere = await system.Site.PostAsync(new Uri("/v1/sites/nowhere/imports", UriKind.Relative), new StringContent("{}"));

        Assert.Equal(HttpStatusCode.Unauthorized, browser.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }

    private async Task<IReadOnlyList<JsonElement>> Import(params string[] lines)
    {
        using var response = await Post(system.Site, string.Join('\n', lines));
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return [.. answer.GetProperty("results").EnumerateArray()];
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, string lines)
    {
        using var content = new StringContent(lines, Encoding.UTF8, "application/x-ndjson");
        return await client.PostAsync(new Uri("/v1/sites/demo/imports", UriKind.Relative), content);
    }

    private async Task<JsonElement> Status(Guid id) =>
        await system.Site.GetFromJsonAsync<JsonElement>(new Uri($"/v1/comments/{id}", UriKind.Relative));

    private static string Line(Guid id, string status = "approved", string body = "पुरानी बात") => JsonSerializer.Serialize(new
    {
        id,
        page = new { id = "p1", url = "https://news.example/p1", title = "पहला पन्ना" },
        parentId = Guid.CreateVersion7(),
        author = new { name = "पाठक", email = "reader@example.com" },
        body,
        submittedAt = _then,
        status,
    });
}
