using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Moderation.Contracts;

namespace Moderation.Submission.Tests;

public sealed class AcceptedComments(SubmissionSystem system) : IClassFixture<SubmissionSystem>
{
    [Fact]
    public async Task Are_answered_with_a_status_to_follow_and_published()
    {
        using var response = await system.Site.PostAsJsonAsync("/v1/sites/demo/comments", SubmissionSystem.Comment("नमस्ते 🙏"));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("pending", answer.GetProperty("status").GetString());
        Assert.Equal(answer.GetProperty("statusUrl").GetString(), response.Headers.Location!.OriginalString);
        var published = await system.Heard(answer.GetProperty("id").GetGuid());
        Assert.Equal("नमस्ते 🙏", published.Body);
        var status = await system.Browser.GetFromJsonAsync<JsonElement>(response.Headers.Location);
        Assert.Equal("pending", status.GetProperty("status").GetString());
        Assert.Equal(TimeSpan.Zero, status.GetProperty("submittedAt").GetDateTimeOffset().Offset);
        Assert.Equal(JsonValueKind.Null, status.GetProperty("decidedAt").ValueKind);
    }

    [Fact]
    public async Task Keep_the_client_that_the_sites_server_names()
    {
        var answer = await system.Accept(SubmissionSystem.Comment(client: new { ip = "203.0.113.7", userAgent = "Reader/1", referrer = "https://news.example/" }));

        var published = await system.Heard(answer.GetProperty("id").GetGuid());

        Assert.Equal("203.0.113.7", published.Client.Ip);
        Assert.Equal("Reader/1", published.Client.UserAgent);
    }

    [Fact]
    public async Task Ignore_the_client_that_a_browser_names()
    {
        using var response = await system.Browser.PostAsJsonAsync("/v1/sites/demo/comments", SubmissionSystem.Comment(client: new { ip = "203.0.113.7" }));

        var published = await system.Heard((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid());

        Assert.Equal("127.0.0.1", published.Client.Ip);
    }

    [Theory]
    [InlineData("""{}""", false, null)]
    [InlineData("""{"trap":"","seconds":41.5}""", false, 41.5)]
    [InlineData("""{"trap":" \n","seconds":0}""", false, 0.0)]
    [InlineData("""{"trap":"Cheap loans","seconds":0.3}""", true, 0.3)]
    [InlineData("""{"trap":"x","seconds":86400}""", true, 86_400.0)]
    [InlineData("""{"trap":null,"seconds":86400.5}""", false, null)]
    [InlineData("""{"seconds":-1}""", false, null)]
    [InlineData("""{"seconds":1e999}""", false, null)]
    [InlineData("""{"seconds":null}""", false, null)]
    public async Task Tell_what_their_form_noticed(string form, bool trapped, double? seconds)
    {
        var answer = await system.Accept(SubmissionSystem.Comment(form: JsonElement.Parse(form)));

        var published = await system.Heard(answer.GetProperty("id").GetGuid());

        Assert.Equal(new Form { Trapped = trapped, Seconds = seconds }, published.Form);
    }

    [Fact]
    public async Task Need_no_form()
    {
        var answer = await system.Accept(SubmissionSystem.Comment());

        Assert.Null((await system.Heard(answer.GetProperty("id").GetGuid())).Form);
    }

    [Fact]
    public async Task May_reply_to_a_comment_on_the_same_page()
    {
        var parent = (await system.Accept(SubmissionSystem.Comment())).GetProperty("id").GetGuid();

        var reply = await system.Accept(SubmissionSystem.Comment(parentId: parent));

        Assert.Equal(parent, (await system.Heard(reply.GetProperty("id").GetGuid())).ParentId);
    }

    [Theory]
    [InlineData("‮right to left‬ and ⁧isolated⁩")]
    [InlineData("क्‍ष zero‌width joiners ​")]
    [InlineData("tab\tand\r\nlines")]
    [InlineData("👨‍👩‍👧‍👦🇮🇳")]
    public async Task Keep_their_text_to_the_last_unit(string body)
    {
        var answer = await system.Accept(SubmissionSystem.Comment(body));

        Assert.Equal(body, (await system.Heard(answer.GetProperty("id").GetGuid())).Body);
    }

    [Fact]
    public async Task Have_up_to_5000_characters_as_a_person_counts_them()
    {
        var body = new string('क', 4_000) + string.Concat(Enumerable.Repeat("कि", 900)) + string.Concat(Enumerable.Repeat("👍🏽", 100));

        var answer = await system.Accept(SubmissionSystem.Comment(body));

        Assert.Equal(body, (await system.Heard(answer.GetProperty("id").GetGuid())).Body);
    }

    [Fact]
    public async Task Come_once_for_one_idempotency_key()
    {
        var requests = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Post("key-1", SubmissionSystem.Comment("एक बार"))));

        Assert.All(requests, request => Assert.Equal(HttpStatusCode.Accepted, request.Status));
        Assert.Single(requests.Select(request => request.Body).Distinct());
    }

    [Fact]
    public async Task Are_refused_when_an_idempotency_key_comes_with_another_body()
    {
        await Post("key-2", SubmissionSystem.Comment("पहली"));

        var (status, body) = await Post("key-2", SubmissionSystem.Comment("दूसरी"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("This idempotency key came with another comment before.", body, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Body)> Post(string key, object comment)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/sites/demo/comments") { Content = JsonContent.Create(comment) };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await system.Site.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
