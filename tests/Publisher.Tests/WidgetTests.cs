using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Moderation.Publisher.Tests.Stores;
using Moderation.Publisher.Widget;

namespace Moderation.Publisher.Tests;

/// <summary>The readers' widget as it is served. What it does is for tests/Browser.Tests.</summary>
public sealed class WidgetTests : PublisherTests<SqliteStore>
{
    private const int MostBytes = 15 * 1024;
    private static readonly Uri _address = new("/embed.js", UriKind.Relative);

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Is_small_on_its_way_and_the_same_at_the_end(string encoding)
    {
        using var response = await AskAsync("Accept-Encoding", encoding);

        var sent = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        Assert.Equal(["Accept-Encoding"], response.Headers.Vary);
        Assert.InRange(sent.Length, 1, MostBytes);
        Assert.Equal(await Publisher.Http.GetStringAsync(_address), await DecodeAsync(sent, encoding));
    }

    [Fact]
    public async Task Comes_as_it_is_to_who_understands_no_encoding()
    {
        using var response = await AskAsync("Accept-Encoding", "br;q=0, identity");

        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.Equal("text/javascript; charset=utf-8", response.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task May_be_loaded_by_any_website()
    {
        using var response = await AskAsync("Origin", "https://anybody.example");

        Assert.Equal(["*"], response.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Equal(["cross-origin"], response.Headers.GetValues("Cross-Origin-Resource-Policy"));
    }

    [Fact]
    public async Task Is_not_sent_again_to_who_has_it()
    {
        using var first = await AskAsync("Accept-Encoding", "br");
        using var second = await AskAsync("If-None-Match", first.Headers.ETag!.ToString());

        Assert.Equal(TimeSpan.FromHours(1), first.Headers.CacheControl?.MaxAge);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Names_nothing_in_the_page_that_loads_it()
    {
        var script = await Publisher.Http.GetStringAsync(_address);

        Assert.StartsWith("(() => {\n\"use strict\";\n", script, StringComparison.Ordinal);
        Assert.EndsWith("})();\n", script, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("^(import|export) ", RegexOptions.Multiline), script);
    }

    [Fact]
    public void Leaves_no_module_out()
    {
        var files = typeof(WidgetScript).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".js", StringComparison.Ordinal));

        Assert.Equal(files.Order(StringComparer.Ordinal), WidgetScript.Modules.Select(module => $"widget/{module}.js").Order(StringComparer.Ordinal));
    }

    // What is left out of the sources counts on it.
    [Fact]
    public async Task Has_no_text_that_spans_lines()
    {
        var script = await Publisher.Http.GetStringAsync(_address);

        Assert.All(script.Split('\n'), line => Assert.Equal(0, line.Count(character => character == '`') % 2));
    }

    private Task<HttpResponseMessage> AskAsync(string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, _address);
        request.Headers.Add(header, value);
        return Publisher.Http.SendAsync(request);
    }

    private static async Task<string> DecodeAsync(byte[] sent, string encoding)
    {
        using var bytes = new MemoryStream(sent);
        await using Stream decoded = encoding == "br" ? new BrotliStream(bytes, CompressionMode.Decompress) : new GZipStream(bytes, CompressionMode.Decompress);
        using var reader = new StreamReader(decoded);
        return await reader.ReadToEndAsync();
    }
}
