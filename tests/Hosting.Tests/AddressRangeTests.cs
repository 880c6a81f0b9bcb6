using Moderation.Hosting.Sites;

namespace Moderation.Hosting.Tests;

public class AddressRangeTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7/32", "192.0.2.0/24", "192.0.0.0/16")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7/32", "192.0.2.0/24", "192.0.0.0/16")]
    [InlineData("2001:db8:1:2:3::4", "2001:db8:1:2::/64", "2001:db8:1::/48", "2001:db8::/32")]
    public void Around_an_address_there_are_three(string address, params string[] ranges) =>
        Assert.Equal(ranges, AddressRange.Around(address).Select(range => range.ToString()));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nowhere")]
    public void Around_no_address_there_is_none(string? address) => Assert.Empty(AddressRange.Around(address));

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7/32")]
    [InlineData("192.0.2.77/24", "192.0.2.0/24")]
    [InlineData("2001:db8::1", "2001:db8::/64")]
    [InlineData("2001:DB8:1:2::/48", "2001:db8:1::/48")]
    public void Reads_an_address_and_a_range_of_a_known_size(string text, string range)
    {
        Assert.True(AddressRange.TryParse(text, out var parsed));
        Assert.Equal(range, parsed.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("192.0.2.0/8")]
    [InlineData("192.0.2.0/33")]
    [InlineData("192.0.2.0/")]
    [InlineData("2001:db8::/0")]
    [InlineData("somewhere/24")]
    public void Refuses_everything_else(string? text) => Assert.False(AddressRange.TryParse(text, out _));
}
