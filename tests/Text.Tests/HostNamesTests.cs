using Moderation.Text.Links;

namespace Moderation.Text.Tests;

public class HostNamesTests
{
    [Theory]
    [InlineData("example.com", "example.com", true)]
    [InlineData("www.Example.com", "example.COM", true)]
    [InlineData("example.com.", "example.com", true)]
    [InlineData("notexample.com", "example.com", false)]
    [InlineData("example.com.evil.example", "example.com", false)]
    [InlineData("com", "example.com", false)]
    [InlineData("example.com", "", false)]
    public void A_host_is_within_its_domain(string host, string domain, bool isWithin) =>
        Assert.Equal(isWithin, HostNames.IsWithin(host, domain));

    [Theory]
    [InlineData("bankmitra.example", null)]
    [InlineData("www.bankmitra.example", null)]
    [InlineData("bаnkmitra.example", "bankmitra.example")]
    [InlineData("βankmιtra.example", "bankmitra.example")]
    [InlineData("bánkmîtra.example", "bankmitra.example")]
    [InlineData("www.bankmitrá.example", "bankmitra.example")]
    [InlineData("bankrnitra.example", "bankmitra.example")]
    [InlineData("bankmitr.example", "bankmitra.example")]
    [InlineData("bankmitraa.example", "bankmitra.example")]
    [InlineData("bnakmitra.example", "bankmitra.example")]
    [InlineData("login.bankmitta.example", "bankmitra.example")]
    [InlineData("bankmitra.example.evil.xyz", "bankmitra.example")]
    [InlineData("bankmitra.example.in", null)]
    [InlineData("bankmitra.net", null)]
    [InlineData("bankmatter.example", null)]
    [InlineData("g00.example", "goo.example")]
    [InlineData("gol.example", null)]
    [InlineData("go1.example", null)]
    [InlineData("ghar1oan.example", "gharloan.example")]
    [InlineData("", null)]
    [InlineData("\uFFFD", null)]
    public void A_host_that_imitates_a_known_one_is_told(string host, string? known) =>
        Assert.Equal(known, HostNames.LooksLike(host, ["bankmitra.example", "goo.example", "gharloan.example"]));

    [Fact]
    public void Any_units_at_all_are_compared()
    {
        var random = new Random(30_002);
        for (var round = 0; round < 5_000; round++)
        {
            HostNames.LooksLike(RandomText.Units(random, random.Next(8)), [RandomText.Units(random, random.Next(8)), "example.com"]);
        }
    }
}
