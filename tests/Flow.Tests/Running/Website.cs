using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Moderation.Flow.Tests.Running;

/// <summary>The demo site's own server: posts its readers' comments and reads back what is published.</summary>
public sealed class Website(Uri submission, Uri worker, Uri publisher)
{
    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <exception cref="HttpRequestException">No answer came.</exception>
    public async Task<HttpResponseMessage> PostAsync(NewComment comment, string? idempotencyKey = null)
    {
        using var request = WithSecret(new Uri(submission, "/v1/sites/demo/comments"), JsonContent.Create(comment, options: JsonSerializerOptions.Web));
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        return await _http.SendAsync(request);
    }

    /// <summary>Posts a comment that has to be accepted.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> SubmitAsync(NewComment comment, string? idempotencyKey = null)
    {
        using var answer = await PostAsync(comment, idempotencyKey);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return await IdOfAsync(answer);
    }

    public static async Task<Guid> IdOfAsync(HttpResponseMessage accepted) => (await accepted.Content.ReadFromJsonAsync<Accepted>())!.Id;

    public async Task<string> StatusAsync(Guid id) =>
        (await _http.GetFromJsonAsync<CommentStatus>(new Uri(submission, $"/v1/comments/{id}")))!.Status;

    /// <summary>Asks until the comment has this status.</summary>
    public Task ReachesAsync(Guid id, string status) => Eventually.GetAsync(() => StatusAsync(id), now => now == status);

    /// <summary>The whole list under a page, through all its cursors.</summary>
    public async Task<IReadOnlyList<PublishedComment>> ListAsync(string page)
    {
        var comments = new List<PublishedComment>();
        string? next = null;
        do
        {
            var address = $"/v1/sites/demo/comments?page={Uri.EscapeDataString(page)}&order=oldest&limit=200{(next is null ? "" : $"&cursor={next}")}";
            var list = (await _http.GetFromJsonAsync<CommentList>(new Uri(publisher, address)))!;
            comments.AddRange(list.Items);
            next = list.Next;
        }
        while (next is not null);
        return comments;
    }

    /// <summary>The publisher's answer as it is sent.</summary>
    public Task<string> ReadAsync(string page) =>
        _http.GetStringAsync(new Uri(publisher, $"/v1/sites/demo/comments?page={Uri.EscapeDataString(page)}"));

    /// <summary>Asks until the comment is in the list.</summary>
    public Task<IReadOnlyList<PublishedComment>> ShowsAsync(string page, Guid id) =>
        Eventually.GetAsync(() => ListAsync(page), list => list.Any(comment => comment.Id == id && !comment.Removed));

    public async Task<CheckAnswer> CheckAsync(NewComment comment)
    {
        var body = JsonSerializer.SerializeToNode(comment, JsonSerializerOptions.Web)!.AsObject();
        body["site"] = JsonValue.Create("demo");
        using var answer = await CheckWhenThereAsync(body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<CheckAnswer>())!;
    }

    // A worker that lost a queue to an outage ends and is started anew, which may be just now.
    private async Task<HttpResponseMessage> CheckWhenThereAsync(JsonObject body)
    {
        var clock = Stopwatch.StartNew();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            try
            {
                using var request = WithSecret(new Uri(worker, "/v1/check"), JsonContent.Create(body));
                return await _http.SendAsync(request);
            }
            catch (HttpRequestException) when (clock.Elapsed < Eventually.Patience)
            {
                await pause.WaitForNextTickAsync();
            }
        }
    }

    /// <summary>Returns when comments can be posted again.</summary>
    public Task OpensAsync() => Eventually.GetAsync(IsOpenAsync, open => open);

    private static HttpRequestMessage WithSecret(Uri address, HttpContent content) => new(HttpMethod.Post, address)
    {
        Content = content,
        Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Settings.Secret) },
    };

    private async Task<bool> IsOpenAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(submission, "/health/live"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private sealed record Accepted(Guid Id);

    private sealed record CommentList(IReadOnlyList<PublishedComment> Items, string? Next);
}
