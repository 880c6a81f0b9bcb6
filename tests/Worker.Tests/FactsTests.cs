using Moderation.Contracts;
using Moderation.Hosting.Sites;
using Moderation.Text;
using Moderation.Worker.Facts;
using Moderation.Worker.Tests.Setup;
using StackExchange.Redis;

namespace Moderation.Worker.Tests;

[Collection(RedisCollection.Name)]
public sealed class RedisFactsTests(RedisFixture fixture) : FactsTests(fixture.Redis);

public sealed class GarnetFactsTests(GarnetFixture fixture) : FactsTests(fixture.Redis), IClassFixture<GarnetFixture>;

/// <summary>What must hold on every server that the worker runs on.</summary>
public abstract class FactsTests
{
    private static readonly Limits _hourly = new()
    {
        Rates = Every(2, TimeSpan.FromHours(1)),
        RepeatWindow = TimeSpan.FromHours(24),
        ShortestRepeat = 12,
    };

    private readonly IConnectionMultiplexer _redis;
    private readonly Site _site = SomeSite.New();

    private protected FactsTests(IConnectionMultiplexer redis) => _redis = redis;

    [Fact]
    public async Task A_burst_passes_and_the_next_is_too_fast()
    {
        var facts = new List<KnownFacts>();

        for (var number = 0; number < 4; number++)
        {
            facts.Add(await Read(Query(address: "a")));
        }

        Assert.Equal([false, false, true, true], facts.Select(fact => fact.TooFast.HasFlag(RateDimensions.Address)));
        Assert.All(facts, fact => Assert.False(fact.TooFast.HasFlag(RateDimensions.Email)));
        Assert.All(facts, fact => Assert.Equal(FactsState.Complete, fact.State));
    }

    [Fact]
    public async Task Who_waits_may_post_again()
    {
        var limits = _hourly with { Rates = Every(1, TimeSpan.FromMilliseconds(300)) };
        await Read(Query(address: "a"), limits);

        await Eventually.Get(() => Read(Query(address: "a"), limits), facts => !facts.TooFast.HasFlag(RateDimensions.Address));
    }

    [Fact]
    public async Task Trying_again_does_not_prolong_the_wait()
    {
        await Read(Query(address: "a"));
        await Read(Query(address: "a"));
        var rate = RedisKeys.AddressRate(_site.Id, "a");
        var before = await _redis.GetDatabase().StringGetAsync(rate);

        for (var number = 0; number < 5; number++)
        {
            Assert.True((await Read(Query(address: "a"))).TooFast.HasFlag(RateDimensions.Address));
        }

        Assert.Equal(before, await _redis.GetDatabase().StringGetAsync(rate));
    }

    [Fact]
    public async Task A_server_that_forgot_its_scripts_is_given_them_again()
    {
        await Read(Query(address: "a"));
        await _redis.GetDatabase().ExecuteAsync("SCRIPT", "FLUSH");

        var facts = await Read(Query(address: "a"));

        Assert.Equal(FactsState.Complete, facts.State);
    }

    [Fact]
    public async Task A_comment_delivered_again_is_counted_once_and_sees_the_same_facts()
    {
        var query = Query(address: "a", author: "b", text: "c");

        var first = await Read(query);
        for (var delivery = 0; delivery < 10; delivery++)
        {
            Assert.Equal(first, await Read(query));
        }

        var next = await Read(Query(address: "a", author: "b", text: "c"));
        Assert.False(next.TooFast.HasFlag(RateDimensions.Address) || next.TooFast.HasFlag(RateDimensions.Email));
        Assert.Equal(1, next.SeenBefore);
    }

    [Fact]
    public async Task Deliveries_at_the_same_time_are_counted_once()
    {
        var query = Query(address: "a", text: "c");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Read(query)));

        Assert.Equal(1, (await Read(Query(text: "c"))).SeenBefore);
        Assert.False((await Read(Query(address: "a"))).TooFast.HasFlag(RateDimensions.Address));
    }

    [Fact]
    public async Task Who_is_refused_in_one_dimension_is_charged_in_none()
    {
        var limits = _hourly with { Rates = Every(1, TimeSpan.FromHours(1)) };
        await Read(Query(address: "a", author: "one"), limits);

        var refused = await Read(Query(address: "a", author: "two"), limits);
        var elsewhere = await Read(Query(address: "b", author: "two"), limits);

        Assert.True(refused.TooFast.HasFlag(RateDimensions.Address));
        Assert.False(refused.TooFast.HasFlag(RateDimensions.Email));
        Assert.False(elsewhere.TooFast.HasFlag(RateDimensions.Address) || elsewhere.TooFast.HasFlag(RateDimensions.Email));
    }

    [Fact]
    public async Task An_author_is_limited_wherever_the_comments_come_from()
    {
        var limits = _hourly with { Rates = Every(1, TimeSpan.FromHours(1)) };
        await Read(Query(address: "a", author: "one"), limits);

        var facts = await Read(Query(address: "b", author: "one"), limits);

        Assert.True(facts.TooFast.HasFlag(RateDimensions.Email));
        Assert.False(facts.TooFast.HasFlag(RateDimensions.Address));
    }

    [Fact]
    public async Task Sites_are_counted_apart()
    {
        var limits = _hourly with { Rates = Every(1, TimeSpan.FromHours(1)) };
        await Read(Query(address: "a", text: "c"), limits);

        var elsewhere = await Read(Query(address: "a", text: "c") with { SiteId = SomeSite.New().Id }, limits);

        Assert.Equal(KnownFacts.Nothing, elsewhere);
    }

    [Fact]
    public async Task A_text_is_counted_each_time_it_comes()
    {
        var seen = new List<long>();

        for (var number = 0; number < 4; number++)
        {
            seen.Add((await Read(Query(text: "c"))).SeenBefore);
        }

        Assert.Equal([0, 1, 2, 3], seen);
        Assert.Equal(0, (await Read(Query(text: "d"))).SeenBefore);
        Assert.Equal(0, (await Read(Query())).SeenBefore);
    }

    [Fact]
    public async Task A_text_is_forgotten_when_its_window_is_over()
    {
        var limits = _hourly with { RepeatWindow = TimeSpan.FromMilliseconds(200) };
        await Read(Query(text: "c"), limits);

        await Eventually.Get(() => Read(Query(text: "c") with { DryRun = true }, limits), facts => facts.SeenBefore == 0);
    }

    [Fact]
    public async Task A_dry_run_sees_all_and_changes_nothing()
    {
        await Read(Query(address: "a", author: "b", text: "c"));
        await Read(Query(address: "a", author: "b", text: "c"));
        var before = await Keys();

        for (var number = 0; number < 3; number++)
        {
            var facts = await Read(Query(address: "a", author: "b", text: "c") with { DryRun = true });
            Assert.True(facts.TooFast.HasFlag(RateDimensions.Address) && facts.TooFast.HasFlag(RateDimensions.Email));
            Assert.Equal(2, facts.SeenBefore);
        }

        Assert.Equal(before, await Keys());
    }

    [Fact]
    public async Task Every_key_is_tagged_with_the_site_and_expires()
    {
        var comment = SomeComment.With(site: _site.Id);
        await Read(FactsQuery.Of(_site, comment, TextView.Decoded("A text long enough."), _hourly, dryRun: false));
        await Remember(comment, "approved", 1);

        var keys = await Keys();

        Assert.Equal(6, keys.Count);
        Assert.All(keys.Keys, key => Assert.Contains($"{{{_site.Id}}}", key, StringComparison.Ordinal));
        Assert.All(keys.Keys, key => Assert.DoesNotContain("reader", key, StringComparison.Ordinal));
        foreach (var key in keys.Keys)
        {
            Assert.NotNull(await _redis.GetDatabase().KeyTimeToLiveAsync(key));
        }
    }

    [Fact]
    public async Task The_history_of_an_author_counts_each_comment_once()
    {
        var (one, two) = (SomeComment.With(site: _site.Id), SomeComment.With(site: _site.Id));

        await Remember(one, "approved", 1);
        await Remember(one, "approved", 1);
        await Remember(two, "rejected", 1);

        Assert.Equal((1, 1), await History());
    }

    [Fact]
    public async Task A_reversed_decision_moves_the_comment()
    {
        var comment = SomeComment.With(site: _site.Id);
        await Remember(comment, "approved", 1);

        await Remember(comment, "rejected", 2);
        var reversed = await History();
        await Remember(comment, "approved", 3);
        await Remember(comment, "rejected", 2);

        Assert.Equal((0, 1), reversed);
        Assert.Equal((1, 0), await History());
    }

    [Fact]
    public async Task Of_two_first_decisions_the_earlier_stands()
    {
        var comment = SomeComment.With(site: _site.Id);

        await Remember(comment, "rejected", 1, at: 2_000);
        await Remember(comment, "approved", 1, at: 1_000);
        await Remember(comment, "rejected", 1, at: 3_000);

        Assert.Equal((1, 0), await History());
    }

    [Fact]
    public async Task An_author_without_an_email_has_no_history()
    {
        await Remember(SomeComment.With(site: _site.Id, email: null), "approved", 1);

        Assert.Empty(await Keys());
    }

    private Task<KnownFacts> Read(FactsQuery query, Limits? limits = null) => new RedisFacts(_redis).ReadAsync(query with { Limits = limits ?? _hourly });

    private static Dictionary<RateDimensions, Rate> Every(int burst, TimeSpan interval) =>
        new() { [RateDimensions.Address] = new Rate(burst, interval), [RateDimensions.Email] = new Rate(burst, interval) };

    private FactsQuery Query(string? address = null, string? author = null, string? text = null) => new()
    {
        SiteId = _site.Id,
        CommentId = Guid.CreateVersion7(),
        AddressKey = address,
        AuthorKey = author,
        TextKey = text,
        Limits = _hourly,
    };

    private Task Remember(CommentSubmitted comment, string state, long sequence, long at = 1_000) =>
        new AuthorHistory(_redis).RememberAsync(_site, SomeDecision.Approved(comment, sequence, at), state);

    private async Task<(long Approved, long Rejected)> History()
    {
        var facts = await Read(FactsQuery.Of(_site, SomeComment.With(site: _site.Id), TextView.Decoded(""), _hourly, dryRun: true));
        return (facts.Approved, facts.Rejected);
    }

    private async Task<Dictionary<string, string>> Keys()
    {
        var keys = new Dictionary<string, string>();
        await foreach (var key in _redis.GetServers().Single().KeysAsync(pattern: $"*{_site.Id}*"))
        {
            var type = await _redis.GetDatabase().KeyTypeAsync(key);
            keys[key.ToString()] = type is RedisType.String ? (await _redis.GetDatabase().StringGetAsync(key)).ToString() : "";
        }

        return keys;
    }
}
