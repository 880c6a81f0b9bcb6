using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Moderation.Hosting;

namespace Moderation.Standalone.Archives;

/// <summary>Sends comments of an archive to a server, batch by batch, and waits for one that is down or busy.</summary>
internal sealed class Importer(HttpClient http, string site, ImportReport report, TimeProvider time)
{
    private const int BatchSize = 250;
    private const int MostBytes = 4 * 1024 * 1024;
    private const int MostAttempts = 60;
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    // A comment is worth more than what its author wrote into these fields years ago.
    private static readonly string[] _dispensable = ["author.email", "author.url", "client.ip", "client.userAgent", "client.referrer", "language"];

    private readonly List<ArchiveEntry> _batch = new(BatchSize);
    private int _bytes;

    public async Task Add(ArchiveEntry entry)
    {
        if (entry.Json is null)
        {
            report.Count(entry);
            return;
        }

        if (_batch.Count == BatchSize || _bytes + entry.Json.Length > MostBytes)
        {
            await Flush();
        }

        _batch.Add(entry);
        _bytes += entry.Json.Length;
    }

    /// <summary>Sends what is left.</summary>
    /// <exception cref="InvalidConfigurationException">The server does not take it.</exception>
    public async Task Flush()
    {
        if (_batch.Count > 0)
        {
            await Send([.. _batch], isSecondTry: false);
            _batch.Clear();
            _bytes = 0;
        }
    }

    private async Task Send(IReadOnlyList<ArchiveEntry> entries, bool isSecondTry)
    {
        var results = await Post(entries);
        var again = new List<ArchiveEntry>();
        foreach (var (entry, result) in entries.Zip(results))
        {
            if (result.Errors is { } errors && !isSecondTry && errors.Keys.All(_dispensable.Contains))
            {
                again.Add(entry with { Json = Without(errors.Keys, entry.Json!) });
                report.Dispensed(errors.Keys);
            }
            else
            {
                report.Count(entry.Line, result);
            }
        }

        if (again.Count > 0)
        {
            await Send(again, isSecondTry: true);
        }
    }

    private async Task<IReadOnlyList<ImportResult>> Post(IReadOnlyList<ArchiveEntry> entries)
    {
        for (var attempt = 1; ; attempt++)
        {
            string? problem;
            var pause = _pause;
            try
            {
                using var content = new ByteArrayContent(Lines(entries));
                content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
                using var response = await http.PostAsync(new Uri($"/v1/sites/{Uri.EscapeDataString(site)}/imports", UriKind.Relative), content);
                if (response.IsSuccessStatusCode)
                {
                    return (await response.Content.ReadFromJsonAsync<ImportResults>())!.Results;
                }

                problem = await Refusal(response);
                if (response.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout))
                {
                    throw new InvalidConfigurationException($"{http.BaseAddress} does not take the archive: {problem}");
                }

                pause = response.Headers.RetryAfter?.Delta ?? _pause;
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
            {
                problem = exception.Message;
            }

            if (attempt == MostAttempts)
            {
                throw new InvalidConfigurationException(
                    $"{http.BaseAddress} did not answer {MostAttempts} times: {problem} What was sent is kept; the same command goes on from there.");
            }

            await Task.Delay(pause, time);
        }
    }

    private static byte[] Lines(IReadOnlyList<ArchiveEntry> entries)
    {
        using var lines = new MemoryStream();
        foreach (var entry in entries)
        {
            lines.Write(entry.Json);
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    private static byte[] Without(IEnumerable<string> fields, byte[] json)
    {
        var comment = JsonNode.Parse(json)!;
        foreach (var path in fields)
        {
            var parts = path.Split('.');
            var parent = parts.Length == 1 ? comment : comment[parts[0]]!;
            parent.AsObject().Remove(parts[^1]);
        }

        return JsonSerializer.SerializeToUtf8Bytes(comment);
    }

    private static async Task<string> Refusal(HttpResponseMessage response)
    {
        try
        {
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
            return problem.GetProperty("title").GetString()!;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return $"{(int)response.StatusCode} {response.ReasonPhrase}";
        }
    }

    private sealed record ImportResults(IReadOnlyList<ImportResult> Results);
}
