using Moderation.Worker.Facts;
using Moderation.Worker.Tests.Setup;

namespace Moderation.Worker.Tests;

public sealed class LocalLimiterTests
{
    private static readonly Limits _limits = new()
    {
        Rates = new Dictionary<RateDimensions, Rate> { [RateDimensions.Address] = new(2, TimeSpan.FromSeconds(10)) },
        RepeatWindow = TimeSpan.FromHours(24),
        ShortestRepeat = 12,
    };

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

    private bool Post(string? address, string? author)
    {
        var facts = _limiter.Read(Query(address, author));
        return facts.TooFast != RateDimensions.None;
    }

    private static FactsQuery Query(string? address, string? author) =>
        new() { SiteId = "demo", CommentId = Guid.CreateVersion7(), AddressKey = address, AuthorKey = author, Limits = _limits };
}
