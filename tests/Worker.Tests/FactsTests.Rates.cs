using Moderation.Text;
using Moderation.Worker.Facts;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

// How fast may be posted.
public abstract partial class FactsTests
{
    [Fact]
    public async Task A_burst_passes_and_the_next_is_too_fast()
    {
        var facts = new List<KnownFacts>();

        for (var number = 0; number < 4; number++)
        {
            facts.Add(await Read(Query(address: "a")));
        }

        Assert.Equal([RateDimensions.None, RateDimensions.None, RateDimensions.Address, RateDimensions.Address], facts.Select(fact => fact.TooFast));
        Assert.All(facts, fact => Assert.Equal(FactsState.Complete, fact.State));
    }

    [Fact]
    public async Task Who_waits_may_post_again()
    {
        var rate = new Rate(1, TimeSpan.FromMilliseconds(300));
        await Read(Query(address: "a", rate: rate));

        await Eventually.Get(() => Read(Query(address: "a", rate: rate)), facts => facts.TooFast is RateDimensions.None);
    }

    [Fact]
    public async Task Trying_again_does_not_prolong_the_wait()
    {
        await Read(Query(address: "a"));
        await Read(Query(address: "a"));
        var rate = RedisKeys.Rate(_site.Id, RateDimensions.Address, "a");
        var before = await _redis.GetDatabase().StringGetAsync(rate);

        for (var number = 0; number < 5; number++)
        {
            Assert.Equal(RateDimensions.Address, (await Read(Query(address: "a"))).TooFast);
        }

        Assert.Equal(before, await _redis.GetDatabase().StringGetAsync(rate));
    }

    [Fact]
    public async Task Who_is_refused_in_one_dimension_is_charged_in_none()
    {
        var once = _hourly with { Burst = 1 };
        await Read(Query(address: "a", author: "one", rate: once));

        var refused = await Read(Query(address: "a", author: "two", rate: once));
        var elsewhere = await Read(Query(address: "b", author: "two", rate: once));

        Assert.Equal(RateDimensions.Address, refused.TooFast);
        Assert.Equal(RateDimensions.None, elsewhere.TooFast);
    }

    [Fact]
    public async Task An_author_is_limited_wherever_the_comments_come_from()
    {
        var once = _hourly with { Burst = 1 };
        await Read(Query(address: "a", author: "one", rate: once));

        var facts = await Read(Query(address: "b", author: "one", rate: once));

        Assert.Equal(RateDimensions.Email, facts.TooFast);
    }

    [Theory]
    [MemberData(nameof(SomeLimits.Dimensions), MemberType = typeof(SomeLimits))]
    public async Task Each_dimension_has_a_rate_of_its_own(string name)
    {
        var dimension = Enum.Parse<RateDimensions>(name);
        var limits = _limits with { Rates = new Dictionary<RateDimensions, Rate>(_limits.Rates) { [dimension] = _hourly with { Burst = 1 } } };
        Task<KnownFacts> Post()
        {
            var comment = SomeComment.With(ip: "2001:db8::1", site: _site.Id);
            return Read(FactsQuery.Of(_site, comment, TextView.Clean(comment.Body), limits, dryRun: false));
        }

        var first = await Post();
        var second = await Post();

        Assert.Equal((RateDimensions.None, dimension), (first.TooFast, second.TooFast));
    }

    [Fact]
    public async Task What_is_not_limited_is_never_too_fast()
    {
        var limits = _limits with { Rates = new Dictionary<RateDimensions, Rate>() };
        var facts = new List<KnownFacts>();

        for (var number = 0; number < 5; number++)
        {
            facts.Add(await Read(FactsQuery.Of(_site, SomeComment.With(site: _site.Id), TextView.Clean("short"), limits, dryRun: false)));
        }

        Assert.All(facts, fact => Assert.Equal(RateDimensions.None, fact.TooFast));
    }

    [Fact]
    public async Task A_looser_rate_frees_whom_a_stricter_one_locked_out()
    {
        for (var number = 0; number < 3; number++)
        {
            await Read(Query(address: "a"));
        }

        var looser = new Rate(2, TimeSpan.FromMilliseconds(300));

        await Eventually.Get(() => Read(Query(address: "a", rate: looser)), facts => facts.TooFast is RateDimensions.None);
    }
}
