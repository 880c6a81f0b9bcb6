using System.Net;
using System.Xml.Linq;
using Moderation.Publisher.Tests.Running;
using Moderation.Publisher.Tests.Stores;

namespace Moderation.Publisher.Tests;

public sealed class FeedsOnSqliteTests : FeedTests<SqliteStore>;

/// <summary>The newest comments for feed readers.</summary>
public abstract class FeedTests<TStore> : PublisherTests<TStore>
    where TStore : ITestStore, new()
{
    private static readonly XNamespace _atom = AtomRules.Atom;

    [Fact]
    public async Task The_feed_of_a_page_has_its_comments_newest_first()
    {
        var first = Decide.Comment("एक\n\nदो & <b>", "आशा", "https://asha.example.in/", title: "बारिश & बाढ़");
        var second = Decide.Comment(title: "बारिश");
        await Publisher.DeliverAsync(Decide.Approve(first));
        Publisher.Clock.Advance(TimeSpan.FromMinutes(1));
        await Publisher.DeliverAsync(Decide.Approve(second), Decide.Approve(Decide.Comment(page: "other")), Decide.Hold(Decide.Comment()));

        var feed = await FeedAsync("?page=story");

        Assert.Equal("बारिश & बाढ़ – demo", Value(feed, "title"));
        Assert.Equal("hi", feed.Attribute(XNamespace.Xml + "lang")?.Value);
        Assert.Equal("2026-01-15T09:31:00.000Z", Value(feed, "updated"));
        Assert.Equal("http://localhost/v1/sites/demo/feed.atom?page=story", Link(feed, "self"));
        Assert.Equal("https://news.example.com/story", Link(feed, "alternate"));
        var entries = feed.Elements(_atom + "entry").ToList();
        Assert.Equal([$"urn:uuid:{second.CommentId}", $"urn:uuid:{first.CommentId}"], entries.Select(entry => Value(entry, "id")));
        var entry = entries[1];
        Assert.Equal("आशा – बारिश & बाढ़", Value(entry, "title"));
        Assert.Equal("2026-01-15T09:30:00.000Z", Value(entry, "published"));
        Assert.Equal("<p>एक</p><p>दो &amp; &lt;b&gt;</p>", Value(entry, "content"));
        Assert.Equal("html", entry.Element(_atom + "content")!.Attribute("type")?.Value);
        Assert.Equal("आशा", Value(entry.Element(_atom + "author")!, "name"));
        Assert.Equal("https://asha.example.in/", Value(entry.Element(_atom + "author")!, "uri"));
        Assert.Equal("https://news.example.com/story", Link(entry, "alternate"));
        Assert.Null(entries[0].Element(_atom + "author")!.Element(_atom + "uri"));
    }

    [Fact]
    public async Task The_feed_of_a_site_has_the_comments_of_all_its_pages()
    {
        await Publisher.DeliverAsync(
            Decide.Approve(Decide.Comment("a", page: "a", title: "A", pageUrl: "https://news.example.com/a")),
            Decide.Approve(Decide.Comment("b", page: "b", title: "B", pageUrl: "https://news.example.com/b")),
            Decide.Approve(Decide.Comment("c", site: "post")));

        var feed = await FeedAsync();

        Assert.Equal("demo", Value(feed, "title"));
        Assert.Equal(
            ["https://news.example.com/a", "https://news.example.com/b"],
            feed.Elements(_atom + "entry").Select(entry => Link(entry, "alternate")).Order());
        Assert.NotEqual(Value(feed, "id"), Value(await FeedAsync("?page=a"), "id"));
        Assert.Equal(Value(feed, "id"), Value(await FeedAsync(), "id"));
    }

    [Fact]
    public async Task The_newest_fifty_are_in_it()
    {
        var comments = Enumerable.Range(0, 55).Select(_ => Decide.Comment()).ToList();
        await Publisher.DeliverAsync([.. comments.Select(comment => Decide.Approve(comment))]);

        var feed = await FeedAsync("?page=story");

        Assert.Equal(
            Enumerable.Reverse(comments).Take(50).Select(comment => $"urn:uuid:{comment.CommentId}"),
            feed.Elements(_atom + "entry").Select(entry => Value(entry, "id")));
    }

    [Theory]
    [InlineData("?page=quiet")]
    [InlineData("")]
    public async Task A_feed_without_comments_is_one_all_the_same(string query) =>
        Assert.Empty((await FeedAsync(query)).Elements(_atom + "entry"));

    [Theory]
    [InlineData("")]
    [InlineData("?page=story")]
    public async Task Whoever_has_the_newest_feed_gets_no_other(string query)
    {
        var comment = Decide.Comment();
        await Publisher.DeliverAsync(Decide.Approve(comment));
        using var first = await GetAsync(query);
        using var same = await GetAsync(query, first.Headers.ETag!.ToString());
        await Publisher.DeliverAsync(Decide.Reject(comment, sequence: 2));
        using var changed = await GetAsync(query, first.Headers.ETag!.ToString());

        Assert.Equal("application/atom+xml; charset=utf-8", first.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, no-cache", first.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task A_comment_that_came_back_is_updated_and_not_published_anew()
    {
        var comment = Decide.Comment();
        await Publisher.DeliverAsync(Decide.Approve(comment), Decide.Reject(comment, 2), Decide.Approve(comment, 3, second: 7200));

        var entry = Assert.Single((await FeedAsync()).Elements(_atom + "entry"));

        Assert.Equal(("2026-01-15T09:30:00.000Z", "2026-01-15T11:00:00.000Z"), (Value(entry, "published"), Value(entry, "updated")));
    }

    [Fact]
    public async Task No_email_is_in_a_feed()
    {
        const string Email = "riyaq@example.com";
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment(
            $"to {Email}", Email, $"https://example.com/?{Email}", Email, page: Email, title: $"By {Email}", pageUrl: $"https://news.example.com/{Email}")));

        var site = (await FeedAsync()).ToString();
        var page = (await FeedAsync($"?page={Email}")).ToString();

        Assert.Contains("<entry>", site, StringComparison.Ordinal);
        Assert.Contains("<entry>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("yaq", site + page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(StrangeTexts.All), MemberType = typeof(StrangeTexts))]
    public async Task Any_text_makes_a_feed(string kind)
    {
        var text = StrangeTexts.Of(kind);
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment(text, name: text, title: text, url: $"https://example.com/{text}")));

        Assert.Single((await FeedAsync()).Elements(_atom + "entry"));
    }

    [Fact]
    public async Task Characters_that_xml_does_not_have_are_replaced()
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment("a\uFFFE\uFFFFb", "A\uFFFF")));

        var entry = Assert.Single((await FeedAsync()).Elements(_atom + "entry"));

        Assert.Equal("A\uFFFD", Value(entry.Element(_atom + "author")!, "name"));
    }

    [Theory]
    [InlineData("/v1/sites/nowhere/feed.atom", HttpStatusCode.NotFound)]
    [InlineData("/v1/sites/demo/feed.atom?page=", HttpStatusCode.UnprocessableEntity)]
    public async Task There_is_no_feed_of_nothing(string path, HttpStatusCode expected)
    {
        var (status, _) = await Publisher.FailAsync(path);

        Assert.Equal(expected, status);
    }

    private async Task<XElement> FeedAsync(string query = "")
    {
        using var response = await GetAsync(query);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var document = XDocument.Parse(await response.Content.ReadAsStringAsync());
        AtomRules.Check(document);
        return document.Root!;
    }

    private async Task<HttpResponseMessage> GetAsync(string query, string? known = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/sites/demo/feed.atom{query}");
        request.Headers.TryAddWithoutValidation("If-None-Match", known);
        return await Publisher.Http.SendAsync(request);
    }

    private static string Value(XElement element, string name) => element.Element(_atom + name)!.Value;

    private static string? Link(XElement element, string relation) =>
        element.Elements(_atom + "link").SingleOrDefault(link => link.Attribute("rel")?.Value == relation)?.Attribute("href")?.Value;
}
