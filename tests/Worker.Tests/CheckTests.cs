using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

[Collection(RedisCollection.Name)]
public sealed class CheckTests(RedisFixture fixture) : IAsyncLifetime, IDisposable
{
    private const string Fine = """{"site":"demo","author":{"name":"Reader"},"body":"fine"}""";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly RuleDirectory _rules = new();
    private WorkerApplication _worker = null!;

    public async Task InitializeAsync() => _worker = await WorkerApplication.StartAsync(fixture.ConnectionString, _rules.Path);

    public async Task DisposeAsync() => await _worker.DisposeAsync();

    public void Dispose() => _rules.Dispose();

    [Fact]
    public async Task A_text_gets_its_verdict()
    {
        using var answer = await Post(
            """
            {"site":"demo","page":{"id":"p","url":"https://news.example.com/p","title":"P"},"author":{"name":"Reader","email":"reader@example.com"},
             "body":"यह कटुशब्द है","language":"hi","client":{"ip":"192.0.2.7"}}
            """);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        var json = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(["outcome", "score", "findings", "ruleset"], json.EnumerateObject().Select(property => property.Name));
        Assert.Equal("hold", json.GetProperty("outcome").GetString());
        Assert.Equal(5, json.GetProperty("score").GetDouble());
        Assert.Equal(
            """[{"rule":"BannedWords","score":5,"reason":"Banned words: “कटुशब्द” (strong).","labels":["abuse"],"spans":[{"field":"body","start":3,"length":7}]}]""",
            json.GetProperty("findings").GetRawText());
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(""","form":null""", null)]
    [InlineData(""","form":{"trap":"Cheap loans","seconds":0.3}""", "True 0.3")]
    [InlineData(""","form":{"trap":" ","seconds":1e9}""", "False ")]
    public void A_form_is_read_as_it_is_when_submitted(string form, string? expected)
    {
        var json = $$"""{"site":"demo","author":{"name":"Reader"},"body":"fine"{{form}}}""";

        var comment = _worker.Checks.Read(Encoding.UTF8.GetBytes(json), WorkerApplication.Secret).Comment!;

        Assert.Equal(expected, comment.Form is { } read ? FormattableString.Invariant($"{read.Trapped} {read.Seconds}") : null);
    }

    [Fact]
    public async Task A_check_changes_nothing()
    {
        for (var number = 0; number < 10; number++)
        {
            using var answer = await Post(
                """{"site":"demo","author":{"name":"Reader","email":"check@example.com"},"body":"A text checked ten times","client":{"ip":"192.0.2.99"}}""");
            Assert.Contains("\"outcome\":\"approve\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"site":"demo",""", 400, "This is not JSON: line 1, byte 15 cannot be read.")]
    [InlineData("", 400, "This is not JSON: line 1, byte 1 cannot be read.")]
    [InlineData("[]", 422, "The comment has to be a JSON object.")]
    [InlineData("null", 422, "The comment has to be a JSON object.")]
    [InlineData("""{"author":{"name":"Reader"},"body":"fine"}""", 422, "site")]
    [InlineData("""{"site":"demo","author":{"name":" "},"body":"fine"}""", 422, "author.name")]
    [InlineData("""{"site":"demo","author":null,"body":"fine"}""", 422, "author.name")]
    [InlineData("""{"site":"demo","author":{"name":"Reader"}}""", 422, "body")]
    [InlineData("""{"site":"demo","author":{"name":"Reader"},"body":7}""", 422, "body")]
    [InlineData("""{"site":"demo","author":"Reader","body":"fine"}""", 422, "author")]
    [InlineData("""{"site":"demo","author":{"name":"Reader"},"body":"\ud800"}""", 422, "body")]
    [InlineData("""{"site":"demo","author":{"name":"Reader"},"body":"fine","form":{"seconds":"4"}}""", 422, "It has to be a number.")]
    [InlineData("""{"site":"demo","author":{"name":"Reader"},"body":"fine","form":{"trap":4}}""", 422, "form.trap")]
    [InlineData("""{"site":"nowhere","author":{"name":"Reader"},"body":"fine"}""", 404, "There is no such site.")]
    [InlineData("""{"site":"other","author":{"name":"Reader"},"body":"fine"}""", 401, "This is not the site's secret.")]
    public async Task What_is_wrong_is_said(string body, int status, string said)
    {
        using var answer = await Post(body);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Contains(said, problem.GetProperty("title").GetString() + problem.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "application/json", 401)]
    [InlineData("wrong", "application/json", 401)]
    [InlineData("wrong", "application/x-ndjson", 401)]
    [InlineData("demo-secret", "text/plain", 415)]
    [InlineData("demo-secret", null, 415)]
    public async Task Only_a_site_may_ask_and_only_in_JSON(string? secret, string? type, int status)
    {
        using var answer = await Post(Fine, type, secret);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task More_than_64_KiB_is_too_large()
    {
        using var answer = await Post(Fine.PadRight(65 * 1024));
        using var largest = await Post(Fine.PadRight(64 * 1024));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, largest.StatusCode);
    }

    [Fact]
    public async Task A_stream_is_answered_line_by_line_in_order_and_goes_on_after_a_bad_line()
    {
        string[] lines =
        [
            """{"id":1,"site":"demo","author":{"name":"Reader"},"body":"fine"}""",
            """{"id":"two","site":"demo","author":{"name":"Reader"},"body":"snarf"}""" + "\r",
            "",
            "not json",
            """{"id":{"n":4},"site":"demo","author":{"name":"Reader"}}""",
            """{"id":5,"site":"other","author":{"name":"Reader"},"body":"fine"}""",
            """{"id":6,"site":"demo","author":{"name":"Reader"},"body":"PAD"}""".Replace("PAD", new string('a', 70_000), StringComparison.Ordinal),
            """{"id":7,"site":"demo","author":{"name":"Reader"},"body":"wug wug"}""",
        ];

        using var answer = await Post(string.Join('\n', lines), "application/x-ndjson");

        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.MediaType);
        var answers = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToList();
        Assert.Equal(
            ["1 approve", "\"two\" hold", " This is not JSON: line 1, byte 2 cannot be read.", "{\"n\":4} body: It is missing.", "5 This is not the site's secret.", " The comment is larger than 64 KiB.", "7 reject"],
            answers.Select(line => $"{Text(line, "id")} {(line.TryGetProperty("error", out var error) ? error.GetString() : line.GetProperty("outcome").GetString())}"));
    }

    [Fact]
    public async Task Each_line_is_answered_before_the_next_is_sent()
    {
        // HttpClient sends a whole request before it reads the answer, so this speaks HTTP itself.
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, _worker.Http.BaseAddress!.Port);
        await using var stream = connection.GetStream();
        using var answers = new StreamReader(stream);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(
            $"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {WorkerApplication.Secret}\r\n"
            + "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"));

        for (var number = 0; number < 3; number++)
        {
            var line = $"{{\"id\":{number},{Fine[1..]}\n";
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"{line.Length:x}\r\n{line}\r\n"));
            await Eventually.Get(answers.ReadLineAsync, answer => answer!.StartsWith($"{{\"id\":{number},\"outcome\":\"approve\"", StringComparison.Ordinal)).WaitAsync(_patience);
        }

        await stream.WriteAsync("0\r\n\r\n"u8.ToArray());
        await Eventually.Get(answers.ReadLineAsync, answer => answer == "0").WaitAsync(_patience);
    }

    private async Task<HttpResponseMessage> Post(string body, string? type = "application/json", string? secret = WorkerApplication.Secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/check") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
        request.Headers.Authorization = secret is null ? null : new AuthenticationHeaderValue("Bearer", secret);
        return await _worker.Http.SendAsync(request);
    }

    private static string Text(JsonElement line, string property) => line.TryGetProperty(property, out var value) ? value.GetRawText() : "";
}
