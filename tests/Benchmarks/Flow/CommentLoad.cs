using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Moderation.Benchmarks.Flow;

/// <summary>Posts comments as a website's server does.</summary>
internal sealed class CommentLoad(Uri submission, int connections) : IDisposable
{
    private readonly Uri _address = new(submission, $"/v1/sites/{ModerationSystem.Site}/comments");
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseCookies = false })
    {
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", ModerationSystem.Secret) },
        Timeout = TimeSpan.FromSeconds(30),
    };

    /// <param name="first">The number of the first comment; no number may be posted twice.</param>
    /// <param name="count">How many.</param>
    /// <param name="rate">Comments a second, whatever the answers take; 0: each connection sends the next one after an answer.</param>
    public async Task<Post[]> PostAsync(int first, int count, int rate)
    {
        var bodies = Enumerable.Range(first, count).Select(DistinctComments.Json).ToArray();
        var posts = new Post[count];
        var next = -1;
        // One clock for everything: a wall clock may be set meanwhile.
        var clock = new Clock();
        await Task.WhenAll(Enumerable.Range(0, Math.Min(connections, count)).Select(_ => Task.Run(SendAsync)));
        return posts;

        async Task SendAsync()
        {
            for (var index = Interlocked.Increment(ref next); index < count; index = Interlocked.Increment(ref next))
            {
                var intended = clock.Now;
                if (rate > 0)
                {
                    intended = clock.Start + TimeSpan.FromSeconds((double)index / rate);
                    await clock.UntilAsync(intended);
                }

                var (status, id) = await SendOneAsync(bodies[index]);
                posts[index] = new Post(status, id, intended, clock.Now);
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<(int Status, string? Id)> SendOneAsync(byte[] json)
    {
        using var content = new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        try
        {
            using var answer = await _http.PostAsync(_address, content);
            return answer.StatusCode is HttpStatusCode.Accepted
                ? (202, JsonSerializer.Deserialize<Accepted>(await answer.Content.ReadAsByteArrayAsync(), JsonSerializerOptions.Web)!.Id)
                : ((int)answer.StatusCode, null);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return (0, null);
        }
    }

    private sealed record Accepted(string Id);

    private sealed class Clock
    {
        private readonly long _started = Stopwatch.GetTimestamp();

        public DateTimeOffset Start { get; } = DateTimeOffset.UtcNow;

        public DateTimeOffset Now => Start + Stopwatch.GetElapsedTime(_started);

        // Timers here tick in milliseconds, so up to two of them are in a latency at a fixed rate.
        public async Task UntilAsync(DateTimeOffset time)
        {
            for (var rest = time - Now; rest > TimeSpan.Zero; rest = time - Now)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(rest.TotalMilliseconds)));
            }
        }
    }
}
