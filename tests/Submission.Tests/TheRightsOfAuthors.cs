using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;

namespace Moderation.Submission.Tests;

public sealed class TheRightsOfAuthors : IAsyncLifetime
{
    private const string Author = "/v1/sites/demo/authors?email=asha%2Bnews@example.com";
    private readonly SubmissionSystem _system = new() { Settings = { ["Submission:RelayAfter"] = "00:00:01" } };

    [Fact]
    public async Task Show_everything_kept_of_an_address_however_it_is_spelled()
    {
        var id = (await _system.Accept(Comment("Asha@Example.com"))).GetProperty("id").GetString();
        await _system.Accept(Comment("ravi@example.com"));

        var export = await _system.Site.GetFromJsonAsync<JsonElement>(Author);

        var comment = Assert.Single(export.GetProperty("comments").EnumerateArray());
        Assert.Equal(id, comment.GetProperty("id").GetString());
        Assert.Equal(("p1", "पहला पन्ना"), (comment.GetProperty("page").GetProperty("id").GetString(), comment.GetProperty("page").GetProperty("title").GetString()));
        Assert.Equal(("आशा", "Asha@Example.com", "https://asha.example/"), (Of("name"), Of("email"), Of("url")));
        Assert.Equal("बारिश आई", comment.GetProperty("text").GetString());
        Assert.Equal(
            ("203.0.113.7", "Reader/1", "https://news.example/"),
            (Client("ip"), Client("userAgent"), Client("referrer")));
        Assert.Equal("pending", comment.GetProperty("status").GetString());
        Assert.Equal(TimeSpan.Zero, comment.GetProperty("submittedAt").GetDateTimeOffset().Offset);

        string? Of(string field) => comment.GetProperty("author").GetProperty(field).GetString();
        string? Client(string field) => comment.GetProperty("client").GetProperty(field).GetString();
    }

    [Fact]
    public async Task Show_an_empty_list_for_an_address_that_is_not_known()
    {
        using var response = await _system.Site.GetAsync(Relative("/v1/sites/demo/authors?email=nobody@example.com"));

        Assert.Equal("""{"site":"demo","comments":[]}""", await response.Content.ReadAsStringAsync());
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Are_done_once_every_service_has_confirmed()
    {
        var id = (await _system.Accept(Comment("asha@example.com"))).GetProperty("id").GetGuid();

        using var response = await _system.Site.DeleteAsync(Relative(Author));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("pending", answer.GetProperty("status").GetString());
        Assert.Equal(answer.GetProperty("statusUrl").GetString(), response.Headers.Location!.OriginalString);
        Assert.Equal("""{"site":"demo","comments":[]}""", await _system.Site.GetStringAsync(Relative(Author)));
        var erasure = answer.GetProperty("id").GetGuid();
        await SubmissionSystem.Eventually(() => _system.Erased.Any(told => told.ErasureId == erasure));
        Assert.Contains(id, _system.Erased.First(told => told.ErasureId == erasure).CommentIds);
        await SubmissionSystem.Eventually(async () => await StatusAsync() is ("pending", "done", "pending", false));

        foreach (var service in new[] { "worker", "dashboard", "publisher", "learner", "worker" })
        {
            await _system.Services.GetRequiredService<IBus>().Publish(new AuthorDataErased { ErasureId = erasure, SiteId = "demo", Service = service });
        }

        await SubmissionSystem.Eventually(async () => await StatusAsync() is ("done", "done", "done", true));
        // Once more, so that everybody looks for what was being saved in the moment in which they looked first.
        var told = _system.Erased.Count(told => told.ErasureId == erasure);
        await SubmissionSystem.Eventually(() => _system.Erased.Count(told => told.ErasureId == erasure) > told);

        async Task<(string? Status, string? Submission, string? Worker, bool HasEnd)> StatusAsync()
        {
            var status = await _system.Site.GetFromJsonAsync<JsonElement>(response.Headers.Location);
            var services = status.GetProperty("services");
            return (status.GetProperty("status").GetString(), services.GetProperty("submission").GetString(), services.GetProperty("worker").GetString(), status.TryGetProperty("doneAt", out _));
        }
    }

    [Fact]
    public async Task Are_told_again_until_they_are_confirmed()
    {
        using var response = await _system.Site.DeleteAsync(Relative(Author));
        var erasure = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();

        await SubmissionSystem.Eventually(() => _system.Erased.Count(told => told.ErasureId == erasure) >= 2);
    }

    [Theory]
    [InlineData("GET", "/v1/sites/demo/authors?email=asha@example.com")]
    [InlineData("DELETE", "/v1/sites/demo/authors?email=asha@example.com")]
    [InlineData("GET", "/v1/sites/demo/erasures/0197c2a0-0000-7000-8000-000000000001")]
    public async Task Are_for_the_sites_own_server_only(string method, string path)
    {
        using var browser = await _system.Browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        using var preflight = await _system.Browser.SendAsync(new HttpRequestMessage(HttpMethod.Options, path) { Headers = { { "Access-Control-Request-Method", method } } });
        using var wrong = await _system.Browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), path) { Headers = { { "Authorization", "Bearer other-secret" } } });

        Assert.Equal(HttpStatusCode.Unauthorized, browser.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal("This is for the site's own server: send the site's secret.", await TitleOf(browser));
        Assert.All(new[] { browser, preflight }, response => Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("GET", "/v1/sites/nowhere/authors?email=asha@example.com", HttpStatusCode.NotFound, "There is no such site.")]
    [InlineData("DELETE", "/v1/sites/nowhere/authors?email=asha@example.com", HttpStatusCode.NotFound, "There is no such site.")]
    [InlineData("GET", "/v1/sites/demo/authors", HttpStatusCode.UnprocessableEntity, "The request names no email address.")]
    [InlineData("DELETE", "/v1/sites/demo/authors", HttpStatusCode.UnprocessableEntity, "The request names no email address.")]
    [InlineData("DELETE", "/v1/sites/demo/authors?email=asha", HttpStatusCode.UnprocessableEntity, "The request names no email address.")]
    [InlineData("GET", "/v1/sites/demo/authors?email=a+b@example.com", HttpStatusCode.UnprocessableEntity, "The request names no email address.")]
    [InlineData("GET", "/v1/sites/demo/erasures/0197c2a0-0000-7000-8000-000000000001", HttpStatusCode.NotFound, "There is no such erasure.")]
    [InlineData("GET", "/v1/sites/demo/erasures/x", HttpStatusCode.NotFound, "There is no such erasure.")]
    public async Task Are_refused_with_a_sentence(string method, string path, HttpStatusCode status, string sentence)
    {
        using var response = await _system.Site.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal((status, sentence), (response.StatusCode, await TitleOf(response)));
        Assert.DoesNotContain("asha", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public Task InitializeAsync() => _system.InitializeAsync();

    public Task DisposeAsync() => _system.DisposeAsync();

    private static Uri Relative(string path) => new(path, UriKind.Relative);

    private static async Task<string?> TitleOf(HttpResponseMessage response) => (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("title").GetString();

    private static object Comment(string email) => SubmissionSystem.Comment(
        "बारिश आई",
        author: new { name = "आशा", email, url = "https://asha.example/" },
        client: new { ip = "203.0.113.7", userAgent = "Reader/1", referrer = "https://news.example/" });
}
