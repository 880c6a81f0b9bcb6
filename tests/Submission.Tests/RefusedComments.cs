using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Moderation.Submission.Tests;

public sealed class RefusedComments(SubmissionSystem system) : IClassFixture<SubmissionSystem>
{
    private const string Comments = "/v1/sites/demo/comments";

    [Theory]
    [InlineData("", "The request is not JSON")]
    [InlineData("{", "The request is not JSON")]
    [InlineData("name=x", "The request is not JSON")]
    public async Task Are_not_JSON(string body, string sentence)
    {
        var (status, problem) = await Post(body);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith(sentence, problem.GetProperty("title").GetString(), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> WrongFields => new()
    {
        { "[]", "", "The request is not a JSON object." },
        { "{}", "body", "It is required." },
        { "{}", "author.name", "It is required." },
        { "{}", "page.id", "It is required." },
        { "{}", "page.url", "It is required." },
        { "{}", "page.title", "It is required." },
        { """{"body":5}""", "body", "It has to be text: a string in UTF-8, without half characters (lone surrogates)." },
        { """{"body":"a\ud800b"}""", "body", "It has to be text: a string in UTF-8, without half characters (lone surrogates)." },
        { """{"page":"p1"}""", "page", "It has to be an object." },
        { """{"body":"a\u0000b"}""", "body", "It contains a NUL character, which no text has." },
        { """{"body":"  \u200b\u2060 "}""", "body", "It is required." },
        { """{"author":{"name":"x","email":"not an email"}}""", "author.email", "It is not an email address. It may be left empty; it is never published." },
        { """{"author":{"name":"x","url":"javascript:alert(1)"}}""", "author.url", "It is not a web address that starts with http:// or https:// and has at most 2048 characters." },
        { """{"parentId":"seven"}""", "parentId", "It is not the id of a comment." },
        { """{"language":"hi_IN!"}""", "language", "It is not a language tag such as 'hi', 'hi-Latn' or 'en'." },
        { """{"form":"none"}""", "form", "It has to be an object." },
        { """{"form":{"trap":5}}""", "form.trap", "It has to be text: a string in UTF-8, without half characters (lone surrogates)." },
        { """{"form":{"seconds":"41"}}""", "form.seconds", "It has to be a number." },
        { """{"form":{"seconds":{}}}""", "form.seconds", "It has to be a number." },
        { """{"client":{"ip":"999.1.1.1"}}""", "client.ip", "It is not an IPv4 or IPv6 address." },
        { $$"""{"body":"a{{new string('\u0301', 10_000)}}"}""", "body", "A letter in it carries more than 30 marks." },
        { $$"""{"body":"{{new string('क', 5_001)}}"}""", "body", "It is longer than 5000 characters." },
        { $$$"""{"author":{"name":"{{{new string('a', 101)}}}"}}""", "author.name", "It is longer than 100 characters." },
        { $$$"""{"page":{"id":"{{{new string('p', 10_000)}}}"}}""", "page.id", "It is longer than 200 characters." },
    };

    [Theory]
    [MemberData(nameof(WrongFields))]
    public async Task Name_the_wrong_field(string body, string field, string sentence)
    {
        var (status, problem) = await Post(body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("Some fields of the comment are not as they should be.", problem.GetProperty("title").GetString());
        Assert.Equal([sentence], problem.GetProperty("errors").GetProperty(field).EnumerateArray().Select(error => error.GetString()));
    }

    [Fact]
    public async Task Contain_bytes_that_are_not_UTF_8()
    {
        byte[] body = [.. "{\"body\":\""u8, 0xC3, 0x28, .. "\"}"u8];
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

        using var response = await system.Site.PostAsync(Comments, content);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.UnprocessableEntity)]
    [InlineData(1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Are_larger_than_64_KiB(int over, HttpStatusCode expected)
    {
        const string Frame = """{"body":""}""";
        var body = Frame.Insert(9, new string('a', (64 * 1024) - Frame.Length + over));

        var (status, problem) = await Post(body);

        Assert.Equal(expected, status);
        Assert.Equal(expected is HttpStatusCode.RequestEntityTooLarge, problem.GetProperty("title").GetString() == "The request is larger than 64 KiB.");
    }

    [Fact]
    public async Task Are_larger_than_64_KiB_without_saying_so()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Comments)
        {
            Content = new StreamContent(new MemoryStream(new byte[70_000])) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.TransferEncodingChunked = true;

        using var response = await system.Site.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Are_of_another_media_type()
    {
        using var response = await system.Site.PostAsync(Comments, new StringContent("hello", Encoding.UTF8, "text/plain"));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Are_for_a_site_that_does_not_exist()
    {
        using var response = await system.Site.PostAsJsonAsync("/v1/sites/nowhere/comments", SubmissionSystem.Comment());

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("There is no such site.", await Title(response));
    }

    [Theory]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer other-secret")]
    [InlineData("Basic ZGVtbzpkZW1v")]
    public async Task Carry_a_wrong_secret(string authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Comments) { Content = JsonContent.Create(SubmissionSystem.Comment()) };
        request.Headers.Add("Authorization", authorization);

        using var response = await system.Browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("This is not the site's secret.", await Title(response));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://news.example.evil.example")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task Come_from_a_foreign_page(string? origin)
    {
        using var stranger = new HttpClient { BaseAddress = system.Browser.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, Comments) { Content = JsonContent.Create(SubmissionSystem.Comment()) };
        request.Headers.Add("Origin", origin);

        using var response = await stranger.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("Comments for this site come from its own pages, or with its secret.", await Title(response));
    }

    [Fact]
    public async Task Are_for_a_closed_page()
    {
        var page = new { id = "closed", url = "https://news.example/closed", title = "बंद" };

        using var response = await system.Site.PostAsJsonAsync(Comments, SubmissionSystem.Comment(page: page));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("This page takes no more comments.", await Title(response));
    }

    [Fact]
    public async Task Reply_to_a_comment_that_does_not_exist()
    {
        using var response = await system.Site.PostAsJsonAsync(Comments, SubmissionSystem.Comment(parentId: Guid.CreateVersion7()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("There is no such comment on this page.", problem.GetProperty("errors").GetProperty("parentId")[0].GetString());
    }

    [Fact]
    public async Task Reply_to_a_comment_of_another_page()
    {
        var parent = (await system.Accept(SubmissionSystem.Comment())).GetProperty("id").GetGuid();
        var page = new { id = "p2", url = "https://news.example/p2", title = "दूसरा" };

        using var response = await system.Site.PostAsJsonAsync(Comments, SubmissionSystem.Comment(page: page, parentId: parent));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Theory]
    [InlineData("0197c2a0-0000-7000-8000-000000000001")]
    [InlineData("not-an-id")]
    public async Task Have_no_status(string id)
    {
        using var response = await system.Browser.GetAsync($"/v1/comments/{id}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("There is no such comment.", await Title(response));
    }

    private async Task<(HttpStatusCode Status, JsonElement Problem)> Post(string body)
    {
        using var response = await system.Site.PostAsync(Comments, new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static async Task<string?> Title(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString();
}
