using Moderation.Text;
using Moderation.Worker.Facts;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

public sealed class LocalLimiterTests
{
    private static readonly Rate _rate = new(2, TimeSpan.FromSeconds(10));

    private readonly ManualTime _time = new();
    private readonly LocalLimiter _limiter;

    public LocalLimiterTests() => _limiter = new LocalLimiter(_time);

    [Fact]
    public void A_burst_passes_and_then_one_an_interval()
    {
        var tooFast = new List<bool>();

        for (var number = 0; number < 4; number++)
        {
            tooFast.Add(Post("a", null));
        }

        _time.Advance(TimeSpan.FromSeconds(10));
        tooFast.Add(Post("a", null));
        tooFast.Add(Post("a", null));
        Assert.Equal([false, false, true, true, false, true], tooFast);
    }

    [Fact]
    public void Who_is_refused_in_one_dimension_is_charged_in_none()
    {
        Post("a", "one");
        Post("a", "one");

        Assert.True(Post("a", "two"));
        Assert.False(Post("b", "two"));
        Assert.False(Post("c", "two"));
        Assert.True(Post("d", "two"));
    }

    [Fact]
    public void A_dry_run_charges_nothing()
    {
        for (var number = 0; number < 5; number++)
        {
            _limiter.Read(Query("a", null) with { DryRun = true });
        }

        Assert.False(Post("a", null));
        Assert.Equal(1, _limiter.Count);
    }

    [Fact]
    public void Memory_is_bounded_and_the_latest_are_remembered()
    {
        for (var number = 0; number < LocalLimiter.Capacity * 3; number++)
        {
            Post($"address {number}", null);
        }

        Post("a", null);
        Post("a", null);
        Assert.True(Post("a", null));
        Assert.InRange(_limiter.Count, 1, LocalLimiter.Capacity * 2);
    }

    [Fact]
    public void Facts_say_that_they_are_degraded() => Assert.Equal(FactsState.Degraded, _limiter.Read(Query("a", "b")).State);

    [Theory]
    [MemberData(nameof(SomeLimits.Dimensions), MemberType = typeof(SomeLimits))]
    public void Each_dimension_has_a_rate_of_its_own(string name)
    {
        var dimension = Enum.Parse<RateDimensions>(name);
        var comment = SomeComment.With(ip: "2001:db8::1");
        var rates = new Dictionary<RateDimensions, Rate>(SomeLimits.Of(_rate).Rates) { [dimension] = _rate with { Burst = 1 } };
        var query = FactsQuery.Of(SomeSite.New(), comment, TextView.Clean(comment.Body), SomeLimits.Of(_rate) with { Rates = rates }, dryRun: false);

        var tooFast = new[] { _limiter.Read(query).TooFast, _limiter.Read(query).TooFast };

        Assert.Equal([RateDimensions.None, dimension], tooFast);
    }

    [Fact]
    public void A_looser_rate_frees_whom_a_stricter_one_locked_out()
    {
        Post("a", null);
        Post("a", null);
        var looser = Query("a", null) with { Rates = [new RateKey(RateDimensions.Address, "a", new Rate(2, TimeSpan.FromSeconds(1)))] };

        var tooFast = new List<RateDimensions> { _limiter.Read(looser).TooFast };
        _time.Advance(TimeSpan.FromSeconds(1));
        tooFast.Add(_limiter.Read(looser).TooFast);

        Assert.Equal([RateDimensions.Address, RateDimensions.None], tooFast);
    }

    private bool Post(string? address, string? author) => _limiter.Read(Query(address, author)).TooFast is not RateDimensions.None;

    private static FactsQuery Query(string? address, string? author)
    {
        var rates = new (RateDimensions Dimension, string? Key)[] { (RateDimensions.Address, address), (RateDimensions.Email, author) };
        return new()
        {
            SiteId = "demo",
            CommentId = Guid.CreateVersion7(),
            Limits = SomeLimits.Of(_rate),
            Rates = [.. rates.Where(rate => rate.Key is not null).Select(rate => new RateKey(rate.Dimension, rate.Key!, _rate))],
        };
    }
}
