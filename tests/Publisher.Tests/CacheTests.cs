using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Text;
using Dapper;
using Moderation.Hosting.Stores;
using Moderation.Publisher.Answers;
using Moderation.Publisher.Pages;
using Moderation.Publisher.Tests.Running;
using Moderation.Publisher.Tests.Stores;

namespace Moderation.Publisher.Tests;

/// <summary>What is answered from memory, for how long, and in which form.</summary>
public sealed class CacheTests : PublisherTests<SqliteStore>
{
    [Fact]
    public async Task A_page_is_answered_from_memory_until_it_changes()
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment("first")), Decide.Approve(Decide.Comment("other", page: "other")));
        await TextsAsync();
        await TextsAsync("other");
        await OverwriteAsync("written behind its back");

        Assert.Equal(["first"], await TextsAsync());
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment("second")));

        Assert.Equal(["second", "written behind its back"], await TextsAsync());
        Assert.Equal(["other"], await TextsAsync("other"));
    }

    [Fact]
    public async Task What_the_public_does_not_see_drops_nothing()
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment("first")));
        await TextsAsync();
        await OverwriteAsync("written behind its back");

        await Publisher.DeliverAsync(Decide.Hold(Decide.Comment()));

        Assert.Equal(["first"], await TextsAsync());
    }

    [Fact]
    public async Task A_decision_delivered_again_is_told_of_again()
    {
        // Its first delivery may have ended between the database and the bus.
        var told = new ConcurrentQueue<long>();
        Publisher.Part<PageNews>().Changed += (_, version) => told.Enqueue(version);
        var comment = Decide.Comment();
        await Publisher.DeliverAsync(Decide.Approve(comment), Decide.Hold(Decide.Comment()));
        told.Clear();

        await Publisher.DeliverAsync(Decide.Approve(comment));

        Assert.Contains(1, told);
    }

    [Fact]
    public async Task A_change_that_nobody_told_of_is_seen_in_the_end()
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment("first")));
        await TextsAsync();
        await OverwriteAsync("written behind its back", version: 2);

        Publisher.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(["first"], await TextsAsync());
        Publisher.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["written behind its back"], await TextsAsync());
    }

    [Fact]
    public async Task A_page_that_is_asked_for_all_the_time_is_checked_all_the_same()
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment("first")));
        for (var second = 0; second < 12; second++)
        {
            await TextsAsync();
            Publisher.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await OverwriteAsync("written behind its back", version: 2);
        Publisher.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(["written behind its back"], await TextsAsync());
    }

    [Fact]
    public async Task Pages_that_nobody_commented_on_take_no_memory()
    {
        for (var number = 0; number < 20; number++)
        {
            Assert.Empty(await TextsAsync($"nothing-{number}"));
        }

        Assert.Equal(0, Publisher.Part<AnswerCache>().Bytes);
    }

    [Fact]
    public async Task Memory_is_bounded_and_what_is_used_stays()
    {
        var text = string.Concat(Enumerable.Repeat("बहुत लंबी बात। ", 300));
        for (var number = 0; number < 70; number++)
        {
            await Publisher.DeliverAsync(Decide.Approve(Decide.Comment(text)));
        }

        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment("first", page: "used")));
        await TextsAsync("used");
        await OverwriteAsync("written behind its back", page: "used");
        for (var limit = 1; limit <= 70; limit++)
        {
            await Publisher.Http.GetStringAsync(new Uri($"/v1/sites/demo/comments?page=story&limit={limit}", UriKind.Relative));
            await TextsAsync("used");
            Publisher.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.InRange(Publisher.Part<AnswerCache>().Bytes, AnswerCache.MostBytes / 2, AnswerCache.MostBytes * 9 / 8);
        Assert.Equal(["first"], await TextsAsync("used"));
    }

    [Fact]
    public async Task Whoever_has_the_newest_answer_gets_no_other()
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment()));
        using var first = await GetAsync();
        var tag = first.Headers.ETag!;
        Assert.True(tag.IsWeak);
        Assert.Equal("public, no-cache", first.Headers.CacheControl!.ToString());

        using var same = await GetAsync(("If-None-Match", $"\"other\", {tag}"));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(tag, same.Headers.ETag);
        Assert.Empty(await same.Content.ReadAsByteArrayAsync());

        using var strong = await GetAsync(("If-None-Match", tag.Tag));
        Assert.Equal(HttpStatusCode.NotModified, strong.StatusCode);

        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment()));
        using var changed = await GetAsync(("If-None-Match", tag.ToString()));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, changed.Headers.ETag);
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("identity", null)]
    [InlineData("", null)]
    [InlineData("nonsense;;q=", null)]
    public async Task Is_sent_as_the_caller_understands_it(string accepted, string? encoding)
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment(new string('क', 2000))));
        var plain = await Publisher.Http.GetStringAsync(new Uri("/v1/sites/demo/comments?page=story", UriKind.Relative));

        using var response = await GetAsync(("Accept-Encoding", accepted));

        Assert.Equal(encoding is null ? [] : [encoding], response.Content.Headers.ContentEncoding);
        var stream = await response.Content.ReadAsStreamAsync();
        await using var body = encoding switch
        {
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
            "gzip" => new GZipStream(stream, CompressionMode.Decompress),
            _ => stream,
        };
        using var reader = new StreamReader(body, Encoding.UTF8);
        Assert.Equal(plain, await reader.ReadToEndAsync());
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("https://news.example.com")]
    [InlineData("https://elsewhere.example.org")]
    [InlineData(null)]
    public async Task Says_what_the_answer_depends_on(string? origin)
    {
        using var response = origin is null ? await GetAsync() : await GetAsync(("Origin", origin));

        Assert.Equal(["Accept-Encoding", "Origin"], response.Headers.Vary.Distinct().Order());
    }

    private async Task<HttpResponseMessage> GetAsync(params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/sites/demo/comments?page=story");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Publisher.Http.SendAsync(request);
    }

    private async Task<IReadOnlyList<string?>> TextsAsync(string page = "story") =>
        [.. (await Publisher.ItemsAsync(page: page)).Select(item => item.GetProperty("text").GetString())];

    private async Task OverwriteAsync(string text, long version = 1, string page = "story")
    {
        await using var connection = await new SqliteDatabases(Store.Folder).Source("publisher").OpenConnectionAsync();
        var key = Pages.PageKey.Of(page);
        await connection.ExecuteAsync("UPDATE comments SET body = @text WHERE page_key = @key", new { text, key });
        await connection.ExecuteAsync("UPDATE pages SET version = @version WHERE page_key = @key", new { version, key });
    }
}
