using System.Net;

namespace Moderation.Submission.Tests;

public sealed class CrossOriginCalls(SubmissionSystem system) : IClassFixture<SubmissionSystem>
{
    [Theory]
    [InlineData("demo", "https://news.example", true)]
    [InlineData("demo", "https://evil.example", false)]
    [InlineData("demo", "https://other.example", false)]
    [InlineData("other", "https://other.example", true)]
    [InlineData("nowhere", "https://news.example", false)]
    public async Task Are_allowed_to_the_sites_own_pages(string site, string origin, bool allowed)
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, $"/v1/sites/{site}/comments");
        using var browser = new HttpClient { BaseAddress = system.Browser.BaseAddress };
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type");

        using var response = await browser.SendAsync(preflight);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(allowed ? [origin] : [], response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values : []);
    }
}
