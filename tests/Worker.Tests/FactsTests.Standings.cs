using Moderation.Hosting.Sites;
using Moderation.Worker.Facts;

namespace Moderation.Worker.Tests;

public abstract partial class FactsTests
{
    [Theory]
    [InlineData(Standing.Trusted)]
    [InlineData(Standing.Held)]
    [InlineData(Standing.Blocked)]
    public async Task A_standing_is_known_from_the_moment_it_is_set_until_it_is_lifted(Standing standing)
    {
        await Set(SharedStandings.OfAuthor("asha"), standing);
        Assert.Equal(standing, (await Read(From("asha", null))).Standing);
        Assert.Equal(Standing.None, (await Read(From("other", null))).Standing);

        await _redis.GetDatabase().KeyDeleteAsync(SharedStandings.Key(_site.Id));
        Assert.Equal(Standing.None, (await Read(From("asha", null))).Standing);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("192.0.2.0/24", "192.0.2.200", true)]
    [InlineData("192.0.2.0/24", "192.0.3.1", false)]
    [InlineData("192.0.0.0/16", "192.0.3.1", true)]
    [InlineData("2001:db8:1:2::/64", "2001:db8:1:2::9", true)]
    [InlineData("2001:db8:1:2::/64", "2001:db8:1:3::9", false)]
    [InlineData("2001:db8:1::/48", "2001:db8:1:3::9", true)]
    [InlineData("2001:db8::/32", "2001:db8:ffff::1", true)]
    [InlineData("192.0.2.0/24", null, false)]
    [InlineData("192.0.2.0/24", "no address", false)]
    public async Task A_range_of_addresses_has_a_standing(string range, string? ip, bool blocked)
    {
        await Set(RangeOf(range), Standing.Blocked);

        Assert.Equal(blocked ? Standing.Blocked : Standing.None, (await Read(From(null, ip))).Standing);
    }

    [Fact]
    public async Task The_author_counts_before_the_address_and_the_narrow_range_before_the_wide()
    {
        await Set(RangeOf("192.0.0.0/16"), Standing.Blocked);
        await Set(RangeOf("192.0.2.0/24"), Standing.Held);
        await Set(SharedStandings.OfAuthor("asha"), Standing.Trusted);

        Assert.Equal(Standing.Trusted, (await Read(From("asha", "192.0.2.7"))).Standing);
        Assert.Equal(Standing.Held, (await Read(From("other", "192.0.2.7"))).Standing);
        Assert.Equal(Standing.Blocked, (await Read(From(null, "192.0.9.9"))).Standing);
    }

    [Fact]
    public async Task A_comment_delivered_again_sees_the_standing_it_saw_first()
    {
        await Set(SharedStandings.OfAuthor("asha"), Standing.Blocked);
        var query = From("asha", null);
        await Read(query);

        await _redis.GetDatabase().KeyDeleteAsync(SharedStandings.Key(_site.Id));

        Assert.Equal(Standing.Blocked, (await Read(query)).Standing);
    }

    [Fact]
    public async Task Facts_of_before_there_were_standings_are_still_read()
    {
        var query = From("asha", null);
        await _redis.GetDatabase().StringSetAsync(RedisKeys.Facts(_site.Id, query.CommentId), "0,0,3,4,5,6,1");

        Assert.Equal(
            new KnownFacts { SeenBefore = 3, Approved = 4, Rejected = 5, NearlySeenBefore = 6, TooFast = RateDimensions.Address }, await Read(query));
    }

    private FactsQuery From(string? author, string? ip) => Query(author: author) with { StandingFields = SharedStandings.FieldsFor(_site, author, ip) };

    private string RangeOf(string range) => AddressRange.TryParse(range, out var parsed) ? SharedStandings.OfRange(_site, parsed) : throw new ArgumentException(range);

    private Task<bool> Set(string field, Standing standing) => _redis.GetDatabase().HashSetAsync(SharedStandings.Key(_site.Id), field, (int)standing);
}
