using System.Net;
using System.Net.Http.Json;

namespace Moderation.Submission.Tests;

public sealed class FastPosters : IAsyncLifetime
{
    private readonly SubmissionSystem _system = new() { Settings = { ["Submission:PostsPerMinute"] = "3" } };

    [Fact]
    public async Task Wait_unless_they_have_the_sites_secret()
    {
        var statuses = new List<HttpStatusCode>();
        for (var post = 0; post < 4; post++)
        {
            using var response = await _system.Browser.PostAsJsonAsync("/v1/sites/demo/comments", SubmissionSystem.Comment());
            statuses.Add(response.StatusCode);
            if (response.StatusCode is HttpStatusCode.TooManyRequests)
            {
                Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
            }
        }

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.TooManyRequests], statuses);
        await _system.Accept(SubmissionSystem.Comment());
    }

    public Task InitializeAsync() => _system.InitializeAsync();

    public Task DisposeAsync() => _system.DisposeAsync();
}
