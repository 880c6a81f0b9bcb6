using System.Net;
using System.Text;
using System.Xml.Linq;
using Moderation.Publisher.Avatars;
using Moderation.Publisher.Tests.Running;
using Moderation.Publisher.Tests.Stores;

namespace Moderation.Publisher.Tests;

/// <summary>The pictures of authors.</summary>
public sealed class AvatarTests : PublisherTests<SqliteStore>
{
    [Fact]
    public async Task Serves_a_small_picture_to_be_kept_for_good()
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment()));
        var address = Avatar(Assert.Single(await Publisher.ItemsAsync()));

        using var response = await Publisher.Http.GetAsync(new Uri(address, UriKind.Relative));

        var svg = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["public, max-age=31536000, immutable"], response.Headers.GetValues("Cache-Control"));
        Assert.InRange(Encoding.UTF8.GetByteCount(svg), 100, 1536);
        Assert.Equal("svg", XElement.Parse(svg).Name.LocalName);
    }

    [Theory]
    [InlineData("0000000000000000")]
    [InlineData("ffffffffffffffff")]
    [InlineData("0123456789abcdef")]
    public void Draws_any_key_within_its_size(string key)
    {
        var svg = Identicon.Draw(key);

        Assert.InRange(Encoding.UTF8.GetByteCount(svg), 100, 1536);
        Assert.Equal(svg, Identicon.Draw(key));
        XElement.Parse(svg);
    }

    [Fact]
    public void Different_keys_have_different_pictures()
    {
        var pictures = Enumerable.Range(1, 200).Select(number => Identicon.Draw((number * 0x0101_0101_0101_0101).ToString("x16", null))).Distinct();

        Assert.InRange(pictures.Count(), 190, 200);
    }

    [Fact]
    public async Task The_same_name_has_the_same_picture_whatever_the_email()
    {
        await Publisher.DeliverAsync(
            Decide.Approve(Decide.Comment(name: "Riya", email: "riya@example.com")),
            Decide.Approve(Decide.Comment(name: "RIYA", email: "other@example.org")));

        var items = await Publisher.ItemsAsync();
        Assert.Equal(Avatar(items[0]), Avatar(items[1]));
    }

    [Fact]
    public async Task The_same_name_has_another_picture_on_another_site()
    {
        await Publisher.DeliverAsync(Decide.Approve(Decide.Comment()), Decide.Approve(Decide.Comment(site: "post")));

        Assert.NotEqual(Avatar((await Publisher.ItemsAsync())[0]), Avatar((await Publisher.ItemsAsync(site: "post"))[0]));
    }

    [Theory]
    [InlineData("0123456789abcde")]
    [InlineData("0123456789abcdef0")]
    [InlineData("0123456789ABCDEF")]
    [InlineData("0123456789abcdeg")]
    [InlineData("%3Cscript%3E")]
    public async Task An_impossible_key_is_not_found(string key)
    {
        var (status, _) = await Publisher.FailAsync($"/v1/avatars/{key}.svg");

        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    private static string Avatar(System.Text.Json.JsonElement item) => item.GetProperty("author").GetProperty("avatar").GetString()!;
}
