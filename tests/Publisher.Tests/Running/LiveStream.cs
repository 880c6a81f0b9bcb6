using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Moderation.Publisher.Tests.Running;

/// <summary>A browser that reads a page live.</summary>
internal sealed class LiveStream : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _patient = new(_patience);
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    private LiveStream(HttpResponseMessage response, Stream stream)
    {
        _response = response;
        Parser = SseParser.Create(stream);
        _events = Parser.EnumerateAsync(_patient.Token).GetAsyncEnumerator();
    }

    public SseParser<string> Parser { get; }

    public HttpResponseMessage Response => _response;

    /// <param name="publisher">Where.</param>
    /// <param name="query">Follows the page.</param>
    /// <param name="lastEventId">What a browser sends that was here before.</param>
    /// <param name="page">The page.</param>
    public static async Task<LiveStream> OpenAsync(PublisherHost publisher, string query = "", string? lastEventId = null, string page = "story")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/sites/demo/stream?page={page}{query}");
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var response = await publisher.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new LiveStream(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next event; null at the end of the stream.</summary>
    public async Task<LiveEvent?> NextAsync() => await _events.MoveNextAsync()
        ? new LiveEvent(_events.Current.EventType, _events.Current.EventId, JsonElement.Parse(_events.Current.Data))
        : null;

    public async Task<IReadOnlyList<LiveEvent?>> NextAsync(int count)
    {
        var events = new List<LiveEvent?>();
        while (events.Count < count)
        {
            events.Add(await NextAsync());
        }

        return events;
    }

    public async ValueTask DisposeAsync()
    {
        _response.Dispose();
        _patient.Dispose();
        await ValueTask.CompletedTask;
    }
}

internal sealed record LiveEvent(string Type, string? Id, JsonElement Data)
{
    public long Count => Data.GetProperty("count").GetInt64();

    public Guid Comment => (Type == "published" ? Data.GetProperty("comment") : Data).GetProperty("id").GetGuid();

    public bool Stays => Data.GetProperty("stays").GetBoolean();
}
