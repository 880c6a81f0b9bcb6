using System.Text;

namespace Moderation.Flow.Tests.Running;

/// <summary>A reader whose browser has a page's stream open.</summary>
internal sealed class ListeningReader : IDisposable
{
    private readonly StringBuilder _heard = new();
    private readonly CancellationTokenSource _end = new();

    public ListeningReader(HttpClient http, string address) => Listening = Task.Run(() => ListenAsync(http, new Uri(address, UriKind.Relative)));

    /// <summary>Faults when the stream cannot be read.</summary>
    public Task Listening { get; }

    /// <summary>All that came so far.</summary>
    public string Heard
    {
        get
        {
            lock (_heard)
            {
                return _heard.ToString();
            }
        }
    }

    /// <summary>Returns when a text has come so many times.</summary>
    public Task HearsAsync(string text, int times) => Eventually.GetAsync(
        () => Task.FromResult(Heard.Split(text).Length - 1), count => Listening.IsFaulted || count >= times);

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private async Task ListenAsync(HttpClient http, Uri address)
    {
        using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, _end.Token);
        answer.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(_end.Token));
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            lock (_heard)
            {
                _heard.AppendLine(line);
            }
        }
    }
}
