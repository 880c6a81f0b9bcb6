using System.Net;
using System.Web;
using Moderation.Contracts;

namespace Moderation.Submission.Tests;

public sealed class Forms(SubmissionSystem system) : IClassFixture<SubmissionSystem>
{
    [Fact]
    public async Task Are_read_with_the_field_names_of_WordPress()
    {
        using var response = await Post(new()
        {
            ["author"] = "पाठक",
            ["email"] = "reader@example.com",
            ["url"] = "https://reader.example",
            ["comment"] = "फ़ॉर्म से\r\nलिखा",
            ["comment_post_ID"] = "42",
            ["comment_parent"] = "0",
            ["redirect_to"] = "/story?x=1",
        });

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var back = response.Headers.Location!;
        Assert.StartsWith($"{system.Self}/story?x=1&comment=", back.OriginalString, StringComparison.Ordinal);
        var id = Guid.Parse(HttpUtility.ParseQueryString(back.Query)["comment"]!);
        var published = await system.Heard(id);
        Assert.Equal(("42", $"{system.Self}/story?x=1", "42"), (published.Page.Id, published.Page.Url, published.Page.Title));
        Assert.Equal("फ़ॉर्म से\r\nलिखा", published.Body);
        Assert.Null(published.ParentId);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Never_lead_to_a_foreign_page(string target)
    {
        using var response = await Post(new() { ["author"] = "पाठक", ["comment"] = "नमस्ते", ["comment_post_ID"] = "42", ["redirect_to"] = target });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Null(response.Headers.Location);
    }

    [Theory]
    [InlineData("", "12.3", false, 12.3)]
    [InlineData("Cheap loans", "0.2", true, 0.2)]
    [InlineData("", "soon", false, null)]
    [InlineData("", "NaN", false, null)]
    [InlineData("", "1e999", false, null)]
    [InlineData("", "12,3", false, null)]
    [InlineData("x", null, true, null)]
    [InlineData(null, "7", false, 7.0)]
    public async Task Tell_what_they_noticed(string? subject, string? formSeconds, bool trapped, double? seconds)
    {
        var fields = new Dictionary<string, string> { ["author"] = "पाठक", ["comment"] = "नमस्ते", ["comment_post_ID"] = "42", ["redirect_to"] = "/story" };
        if (subject is not null)
        {
            fields["subject"] = subject;
        }

        if (formSeconds is not null)
        {
            fields["form_seconds"] = formSeconds;
        }

        using var response = await Post(fields);

        Assert.Equal(new Form { Trapped = trapped, Seconds = seconds }, (await Published(response)).Form);
    }

    [Fact]
    public async Task May_have_no_trap()
    {
        using var response = await Post(new() { ["author"] = "पाठक", ["comment"] = "नमस्ते", ["comment_post_ID"] = "42", ["redirect_to"] = "/story" });

        Assert.Null((await Published(response)).Form);
    }

    [Fact]
    public async Task Are_answered_with_a_page_that_says_what_is_wrong()
    {
        using var response = await Post(new() { ["author"] = "<b>", ["email"] = "<script>", ["comment"] = "", ["comment_post_ID"] = "42" });

        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<b>body</b>: It is required.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_known_by_their_referrer_where_a_browser_sends_no_origin()
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = system.Browser.BaseAddress };
        browser.DefaultRequestHeaders.Referrer = new Uri("https://news.example/story");

        using var response = await browser.PostAsync("/v1/sites/demo/comments", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["author"] = "पाठक",
            ["comment"] = "नमस्ते",
            ["comment_post_ID"] = "42",
        }));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.StartsWith("https://news.example/story?comment=", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private Task<CommentSubmitted> Published(HttpResponseMessage response) =>
        system.Heard(Guid.Parse(HttpUtility.ParseQueryString(response.Headers.Location!.Query)["comment"]!));

    private Task<HttpResponseMessage> Post(Dictionary<string, string> fields) =>
        system.Browser.PostAsync("/v1/sites/demo/comments", new FormUrlEncodedContent(fields));
}
