using Moderation.Hosting.Sites;

namespace Moderation.Publisher.Tests;

public sealed class PublicUrlTests
{
    private static readonly Site _site = new()
    {
        Id = "demo",
        Name = "demo",
        Language = "hi",
        Origins = [],
        ClosedPages = new HashSet<string>(),
        Secret = "demo-secret",
    };

    [Theory]
    [InlineData("https://asha.example.in", "https://asha.example.in/")]
    [InlineData("http://asha.example.in/blog?x=1#top", "http://asha.example.in/blog?x=1#top")]
    [InlineData(" https://asha.example.in/ ", "https://asha.example.in/")]
    [InlineData("https://social.example/@asha", "https://social.example/@asha")]
    [InlineData("https://maps.example/@26.9,75.8,12z", "https://maps.example/@26.9,75.8,12z")]
    [InlineData("https://asha.example.in/\"onmouseover=\"x", "https://asha.example.in/%22onmouseover=%22x")]
    public void Keeps_the_address_of_a_website(string url, string kept) => Assert.Equal(kept, PublicUrl.Of(url, _site));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("asha.example.in")]
    [InlineData("/blog")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("ftp://files.example.com/")]
    [InlineData("mailto:asha@example.com")]
    [InlineData("https://")]
    public void Drops_what_is_no_web_address(string? url) => Assert.Null(PublicUrl.Of(url, _site));

    [Theory]
    [InlineData("https://asha:secret@example.com/")]
    [InlineData("https://asha@example.com/")]
    [InlineData("https://example.com/?me=asha@example.com")]
    [InlineData("https://example.com/asha@example.com")]
    [InlineData("https://example.com/#asha@example.com")]
    [InlineData("https://example.com/?me=asha%40example.com")]
    [InlineData("https://example.com/?me=asha%2540example.com")]
    [InlineData("https://example.com/?me=asha%252525252525252540example.com")]
    [InlineData("https://example.com/?me=asha&#64;example.com")]
    [InlineData("https://example.com/?me=asha＠example.com")]
    [InlineData("https://example.com/?me=asha%EF%BC%A0example.com")]
    [InlineData("https://social.example/@asha@example.com")]
    [InlineData("https://example.com/?me=asha\0@example.com")]
    public void Drops_an_address_that_tells_an_email_or_a_password(string url) => Assert.Null(PublicUrl.Of(url, _site));

    [Theory]
    [InlineData("https://wa.me/919876543210")]
    [InlineData("https://api.whatsapp.com/send?phone=%2B919876543210")]
    [InlineData("https://t.me/+919876543210")]
    public void Drops_an_address_that_tells_a_number_where_the_site_hides_them(string url)
    {
        Assert.Null(PublicUrl.Of(url, _site with { HidePhoneNumbers = true }));
        Assert.NotNull(PublicUrl.Of(url, _site));
    }
}
