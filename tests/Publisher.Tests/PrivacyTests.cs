using System.Security.Cryptography;
using System.Text;
using Dapper;
using Moderation.Hosting.Stores;
using Moderation.Publisher.Tests.Running;
using Moderation.Publisher.Tests.Stores;

namespace Moderation.Publisher.Tests;

/// <summary>No email is served, and none is stored.</summary>
public sealed class PrivacyTests : PublisherTests<SqliteStore>
{
    public static TheoryData<string> Emails =>
    [
        "riyaqzamin@example.com",
        "RIYAQ@EXAMPLE.COM",
        "riyaqzamin.sharma+news@mail.example.co.in",
        "<riyaqzamin@example.com>",
        "riyaqzamin\u200b@example.com",
        "ri\u200byaqzamin@exam\u00adple.com",
        "riyaqzamin＠example.com",
        "riyaqzamin\0@example.com",
        "riyaqzamin\u202e@\u202cexample.com",
        "riyaqzamin&#64;example.com",
        "riyaqzamin%40example.com",
        "riyaqzamin [at] example (dot) com",
        "riyaqzamin at the rate gmail dot com",
        "riyaqzamin एट द रेट जीमेल डॉट कॉम",
    ];

    [Theory]
    [MemberData(nameof(Emails))]
    [InlineData("mailto:riyaqzamin@example.com")]
    public async Task An_email_in_the_text_is_neither_served_nor_stored(string email)
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment($"मुझे लिखिए: {email} , धन्यवाद।")));

        var item = Assert.Single(await Publisher.ItemsAsync());
        var text = item.GetProperty("text").GetString()!;
        Assert.StartsWith("मुझे लिखिए: ", text, StringComparison.Ordinal);
        Assert.EndsWith("धन्यवाद।", text, StringComparison.Ordinal);
        Assert.Contains("[ईमेल हटाया गया]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("yaqzamin", item.GetRawText(), StringComparison.OrdinalIgnoreCase);
        AssertNotStored("yaqzamin");
    }

    [Theory]
    [MemberData(nameof(Emails))]
    public async Task An_author_named_by_an_email_is_a_reader(string email)
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment(name: email)));

        var item = Assert.Single(await Publisher.ItemsAsync());
        Assert.Equal("पाठक", Name(item));
        Assert.DoesNotContain("yaqzamin", item.GetRawText(), StringComparison.OrdinalIgnoreCase);
        AssertNotStored("yaqzamin");
    }

    [Fact]
    public async Task The_rest_of_a_name_stays()
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment(name: "आशा (riyaqzamin@example.com)")));

        Assert.Equal("आशा ([ईमेल हटाया गया])", Name(Assert.Single(await Publisher.ItemsAsync())));
        AssertNotStored("yaqzamin");
    }

    [Theory]
    [InlineData("demo", "[ईमेल हटाया गया]", "पाठक")]
    [InlineData("post", "[email removed]", "Reader")]
    [InlineData("adda", "[email hataya gaya]", "Pathak")]
    public async Task Says_in_the_language_of_the_site_what_was_removed(string site, string mark, string name)
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment("riyaqzamin@example.com", "riyaqzamin@example.com", site: site)));

        var item = Assert.Single(await Publisher.ItemsAsync(site: site));
        Assert.Equal(mark, item.GetProperty("text").GetString());
        Assert.Equal(name, Name(item));
    }

    [Theory]
    [InlineData("demo", "[लॉगिन हटाया गया]")]
    [InlineData("post", "[login removed]")]
    [InlineData("adda", "[login hataya gaya]")]
    public async Task A_login_has_a_mark_of_its_own(string site, string mark)
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment("ftp://riyaqzamin:khufia@files.example.com/a", "riyaqzamin:khufia@example.com", site: site)));

        var item = Assert.Single(await Publisher.ItemsAsync(site: site));
        Assert.Equal($"ftp://{mark}/a", item.GetProperty("text").GetString());
        AssertNotStored("yaqzamin");
        AssertNotStored("khufia");
    }

    [Theory]
    [InlineData("quiet", "[फ़ोन नंबर हटाया गया]")]
    [InlineData("calm", "[phone number removed]")]
    [InlineData("shaant", "[phone number hataya gaya]")]
    public async Task A_number_is_hidden_where_the_site_says_so(string site, string mark)
    {
        const string Text = "98765 43210, +91-9876543210, ९८७६५४३२१०, whatsapp 9876543210, wa.me/919876543210, 9876543210@ybl";

        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment(Text, "Asha 9876543210", "https://wa.me/919876543210", site: site)));

        var item = Assert.Single(await Publisher.ItemsAsync(site: site));
        Assert.Equal($"{mark}, {mark}, {mark}, whatsapp {mark}, {mark}, {mark}", item.GetProperty("text").GetString());
        Assert.Equal($"Asha {mark}", Name(item));
        Assert.False(item.GetProperty("author").TryGetProperty("url", out _));
        AssertNotStored("43210");
    }

    [Fact]
    public async Task A_number_stays_where_the_site_says_nothing()
    {
        const string Text = "98765 43210, wa.me/919876543210, 9876543210@ybl";

        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment(Text)));

        Assert.Equal(Text, Assert.Single(await Publisher.ItemsAsync()).GetProperty("text").GetString());
    }

    [Fact]
    public async Task An_author_named_by_a_number_is_a_reader_where_the_site_hides_numbers()
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment(name: "9876543210", site: "quiet")));

        Assert.Equal("पाठक", Name(Assert.Single(await Publisher.ItemsAsync(site: "quiet"))));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t ")]
    [InlineData("\u200b\u200d")]
    public async Task An_author_whose_name_cannot_be_seen_is_a_reader(string name)
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment(name: name)));

        Assert.Equal("पाठक", Name(Assert.Single(await Publisher.ItemsAsync())));
    }

    [Fact]
    public async Task A_website_that_tells_an_email_is_dropped()
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment(url: "https://example.com/?from=riyaqzamin%40example.com")));

        var item = Assert.Single(await Publisher.ItemsAsync());
        Assert.False(item.GetProperty("author").TryGetProperty("url", out _));
        AssertNotStored("yaqzamin");
    }

    [Fact]
    public async Task The_email_of_the_author_is_not_stored_and_no_hash_of_it_is_sent_out()
    {
        const string Email = "riyaqzamin@example.com";
        var comment = Decide.Comment(email: Email);

        await Publisher.DeliverAsync(Decide.Approve(comment), Decide.Approve(Decide.Comment(email: Email.ToUpperInvariant())));

        var list = (await Publisher.ListAsync()).GetRawText();
        var bytes = Encoding.UTF8.GetBytes(Email);
        var site = Publisher.Site("demo");
#pragma warning disable CA5350, CA5351 // Broken as they are, public ids of authors are made with them elsewhere.
        byte[][] hashes = [MD5.HashData(bytes), SHA1.HashData(bytes), SHA256.HashData(bytes), SHA512.HashData(bytes)];
#pragma warning restore CA5350, CA5351
        IEnumerable<string> traces =
        [
            "yaqzamin",
            .. hashes.Select(hash => Convert.ToHexStringLower(hash)[..12]),
            .. hashes.Select(hash => Convert.ToBase64String(hash)[..12]),
            site.KeyedHash("avatar", Email)[..12],
        ];
        Assert.All(traces, AssertNotStored);
        // Stored, so that its author can have the comment erased.
        Assert.All([.. traces, site.KeyedHash("author", Email)[..12]], trace => Assert.DoesNotContain(trace, list, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Neither_the_address_nor_the_browser_of_the_author_is_stored()
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment()), Decide.Hold(Decide.Comment()));

        AssertNotStored("192.0.2.7");
        AssertNotStored("userAgent");
    }

    [Fact]
    public async Task Nothing_of_a_comment_that_was_never_public_is_stored()
    {
        var comment = Decide.Comment("a text for nobody", "nobody at all", "https://nobody.example.org/");

        await Publisher.DeliverAsync(Decide.Hold(comment), Decide.Reject(comment, sequence: 2));

        AssertNotStored("nobody");
    }

    [Fact]
    public async Task A_withdrawn_comment_is_emptied()
    {
        var comment = Decide.Comment(url: "https://asha.example.in/");

        await Publisher.DeliverAsync(Decide.Approve(comment), Decide.Reject(comment, sequence: 2));

        await using var connection = await new SqliteDatabases(Store.Folder).Source("publisher").OpenConnectionAsync();
        var left = await connection.QuerySingleAsync<string>("SELECT state || ':' || name || COALESCE(url, '') || body || avatar FROM comments");
        Assert.Equal("withheld:", left);
    }

    [Fact]
    public async Task A_page_id_that_is_an_email_is_found_but_not_stored()
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment(page: "riyaqzamin@example.com")));

        Assert.Single(await Publisher.ItemsAsync(page: "riyaqzamin%40example.com"));
        AssertNotStored("yaqzamin");
    }

    [Theory]
    [MemberData(nameof(Emails))]
    public async Task An_email_in_the_title_of_a_page_is_not_stored(string email)
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment(title: $"बाढ़ {email} की ख़बर")));

        Assert.Contains("[ईमेल हटाया गया]", (await StoredPageAsync()).Title, StringComparison.Ordinal);
        AssertNotStored("yaqzamin");
    }

    [Theory]
    [InlineData("https://news.example.com/?from=riyaqzamin%40example.com")]
    [InlineData("https://riyaqzamin:secret@news.example.com/")]
    [InlineData("mailto:riyaqzamin@example.com")]
    public async Task The_address_of_a_page_that_tells_an_email_is_dropped(string url)
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment(pageUrl: url)));

        Assert.Null((await StoredPageAsync()).Url);
        AssertNotStored("yaqzamin");
    }

    [Fact]
    public async Task A_page_is_called_as_its_first_published_comment_says()
    {
        await Publisher.DeliverAsync(
            Decide.Reject(Decide.Comment(title: "Not public", pageUrl: "https://elsewhere.example.org/")),
            Decide.Approve(Decide.Comment(title: "First", pageUrl: "https://news.example.com/first")),
            Decide.Approve(Decide.Comment(title: "Second", pageUrl: "https://news.example.com/second")));

        Assert.Equal(("First", "https://news.example.com/first"), await StoredPageAsync());
        AssertNotStored("elsewhere");
    }

    [Fact]
    public async Task What_is_public_is_stored()
    {
        // Shows that the tests here look where the comments are.
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment("riyaqzamin")));

        Assert.Throws<Xunit.Sdk.FalseException>(() => AssertNotStored("yaqzamin"));
    }

    private async Task<(string Title, string? Url)> StoredPageAsync()
    {
        await using var connection = await new SqliteDatabases(Store.Folder).Source("publisher").OpenConnectionAsync();
        return await connection.QuerySingleAsync<(string, string?)>("SELECT title, url FROM pages");
    }

    private static string? Name(System.Text.Json.JsonElement item) => item.GetProperty("author").GetProperty("name").GetString();

    private void AssertNotStored(string trace)
    {
        foreach (var file in Directory.GetFiles(Store.Folder, "publisher.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            var content = Encoding.Latin1.GetString(copy.GetBuffer(), 0, (int)copy.Length);
            Assert.False(content.Contains(trace, StringComparison.OrdinalIgnoreCase), $"{Path.GetFileName(file)} contains it.");
        }
    }
}
