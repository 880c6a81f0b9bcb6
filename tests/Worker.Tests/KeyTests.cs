using Moderation.Hosting.Sites;
using Moderation.Text;
using Moderation.Worker.Facts;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

public sealed class KeyTests
{
    private static readonly Hosting.Sites.Site _site = SomeSite.New();

    [Theory]
    [InlineData("Reader@Example.com")]
    [InlineData("  reader@example.com ")]
    [InlineData("reader+news@example.com")]
    [InlineData("ｒｅａｄｅｒ＠ｅｘａｍｐｌｅ．ｃｏｍ")]
    public void An_author_is_the_same_in_every_spelling_of_the_email(string email) =>
        Assert.Equal(AuthorKey.Of(_site, "reader@example.com"), AuthorKey.Of(_site, email));

    [Theory]
    [InlineData("other@example.com")]
    [InlineData("reader@example.org")]
    [InlineData("+reader@example.com")]
    [InlineData("reader@exam+ple.com")]
    [InlineData("reader\uD800@example.com")]
    public void Other_emails_are_other_authors(string email) =>
        Assert.NotEqual(AuthorKey.Of(_site, "reader@example.com"), AuthorKey.Of(_site, email));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Without_an_email_there_is_no_author_key(string? email) => Assert.Null(AuthorKey.Of(_site, email));

    [Fact]
    public void An_author_cannot_be_followed_from_site_to_site() =>
        Assert.NotEqual(AuthorKey.Of(_site, "reader@example.com"), AuthorKey.Of(SomeSite.New(), "reader@example.com"));

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void An_IPv6_subscriber_is_one_address(string one, string other, bool same) =>
        Assert.Equal(same, AddressKey.OfSubscriber(_site, one) == AddressKey.OfSubscriber(_site, other));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("unknown")]
    [InlineData("192.0.2.1, 198.51.100.1")]
    public void What_is_no_address_has_no_key(string? ip)
    {
        Assert.Null(AddressKey.OfSubscriber(_site, ip));
        Assert.Null(AddressKey.OfNetwork(_site, ip));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:2:2::1", false)]
    public void An_IPv6_customer_is_one_network(string one, string other, bool same) =>
        Assert.Equal(same, AddressKey.OfNetwork(_site, one) == AddressKey.OfNetwork(_site, other));

    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("::ffff:192.0.2.1")]
    public void An_IPv4_address_has_no_network(string ip) => Assert.Null(AddressKey.OfNetwork(_site, ip));

    [Fact]
    public void A_comment_counts_only_where_it_comes_from_and_is_limited()
    {
        var limits = SomeLimits.Of(new Rate(1, TimeSpan.FromSeconds(1)));
        var comment = SomeComment.With(email: null, ip: "192.0.2.1");

        var query = FactsQuery.Of(_site, comment, TextView.Clean(comment.Body), limits, dryRun: false);
        var unlimited = FactsQuery.Of(
            _site, comment, TextView.Clean(comment.Body), limits with { Rates = new Dictionary<RateDimensions, Rate>() }, dryRun: false);

        Assert.Equal([RateDimensions.Address, RateDimensions.Page, RateDimensions.Site], query.Rates.Select(rate => rate.Dimension));
        Assert.All(query.Rates, rate => Assert.DoesNotContain(comment.Page.Id, rate.Key, StringComparison.Ordinal));
        Assert.Empty(unlimited.Rates);
    }

    [Theory]
    [InlineData("send this to ten people", "Send  this\nto ten\u200B people ", true)]
    [InlineData("send this to ten people", "send this to ten persons", false)]
    [InlineData("बहुत अच्छा काम किया", "बहुत  अच्छा काम किया", true)]
    public void A_text_is_the_same_however_it_is_spaced_and_cased(string one, string other, bool same) =>
        Assert.Equal(same, Key(one) == Key(other));

    [Theory]
    [InlineData("hello world!", true)]
    [InlineData("hello world", false)]
    [InlineData("नमस्ते जी", false)]
    [InlineData("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", false)]
    public void A_short_text_has_no_key(string text, bool hasKey) => Assert.Equal(hasKey, Key(text) is not null);

    private static string? Key(string text) => TextKey.Of(TextView.Clean(text), 12);
}
