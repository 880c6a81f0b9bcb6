using System.Net;
using System.Web;

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

    private Task<HttpResponseMessage> Post(Dictionary<string, string> fields) =>
        system.Browser.PostAsync("/v1/sites/demo/comments", new FormUrlEncodedContent(fields));
}
