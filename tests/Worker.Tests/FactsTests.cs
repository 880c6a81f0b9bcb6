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

public sealed class ClusterFactsTests(ClusterFixture fixture) : FactsTests(fixture.Redis), IClassFixture<ClusterFixture>;

/// <summary>What must hold on every server that the worker runs on.</summary>
public abstract partial class FactsTests
{
    private static readonly Rate _hourly = new(2, TimeSpan.FromHours(1));
    private static readonly Limits _limits = SomeLimits.Of(_hourly);

    private readonly IConnectionMultiplexer _redis;
    private readonly Site _site = SomeSite.New();

    private protected FactsTests(IConnectionMultiplexer redis) => _redis = redis;

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
        Assert.Equal(RateDimensions.None, next.TooFast);
        Assert.Equal(1, next.SeenBefore);
    }

    [Fact]
    public async Task Deliveries_at_the_same_time_are_counted_once()
    {
        var query = Query(address: "a", text: "c");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Read(query)));

        Assert.Equal(1, (await Read(Query(text: "c"))).SeenBefore);
        Assert.Equal(RateDimensions.None, (await Read(Query(address: "a"))).TooFast);
    }

    [Fact]
    public async Task Sites_are_counted_apart()
    {
        var once = _hourly with { Burst = 1 };
        await Read(Query(address: "a", text: "c", rate: once));

        var elsewhere = await Read(Query(address: "a", text: "c", rate: once) with { SiteId = SomeSite.New().Id });

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
        var limits = _limits with { RepeatWindow = TimeSpan.FromMilliseconds(200) };
        string[] near = ["1", "2", "3", "4", "5", "6"];
        await Read(Query(text: "c", near: near) with { Limits = limits });

        await Eventually.Get(
            () => Read(Query(text: "c", near: near) with { DryRun = true }), facts => facts is { SeenBefore: 0, NearlySeenBefore: 0 });
    }

    [Theory]
    [InlineData("1,0,4,7,2", "Address", 4, 0)]
    [InlineData("0,1,0,7,2", "Email", 0, 0)]
    [InlineData("1,0,4,7,2,9,9", "Address, Page", 4, 9)]
    public async Task Facts_that_another_version_counted_are_understood(string stored, string tooFast, long seen, long nearly)
    {
        var query = Query(address: "a", text: "c");
        await _redis.GetDatabase().StringSetAsync(RedisKeys.Facts(_site.Id, query.CommentId), stored, TimeSpan.FromMinutes(1));

        var facts = await Read(query);

        Assert.Equal(
            new KnownFacts { TooFast = Enum.Parse<RateDimensions>(tooFast), SeenBefore = seen, NearlySeenBefore = nearly, Approved = 7, Rejected = 2 },
            facts);
        Assert.Equal(0, (await Read(Query(text: "c"))).SeenBefore);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,0")]
    [InlineData("1,0,x,7,2")]
    [InlineData("{\"seen\":1}")]
    [InlineData("1,0,4,7,2,9,9,9")]
    public async Task Facts_that_nobody_understands_are_counted_anew(string stored)
    {
        var query = Query(address: "a", text: "c");
        await _redis.GetDatabase().StringSetAsync(RedisKeys.Facts(_site.Id, query.CommentId), stored, TimeSpan.FromMinutes(1));

        var facts = await Read(query);
        var again = await Read(query);

        Assert.Equal(KnownFacts.Nothing, facts);
        Assert.Equal(KnownFacts.Nothing, again);
        Assert.Equal(1, (await Read(Query(text: "c"))).SeenBefore);
    }

    [Fact]
    public async Task A_text_is_nearly_seen_when_enough_is_shared_with_earlier_ones()
    {
        string[] first = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
        string[] five = ["1", "2", "3", "4", "5", "f", "g", "h", "i", "j"];
        string[] six = ["a", "b", "c", "d", "5", "6", "7", "8", "9", "10"];

        var facts = new[]
        {
            await Read(Query(text: "x", near: first)),
            await Read(Query(text: "y", near: five) with { DryRun = true }),
            await Read(Query(text: "z", near: six)),
            await Read(Query(text: "x", near: first)),
        };

        Assert.Equal([0, 0, 1, 2], facts.Select(fact => fact.NearlySeenBefore));
        Assert.Equal([0, 0, 0, 1], facts.Select(fact => fact.SeenBefore));
    }

    [Fact]
    public async Task A_dry_run_sees_all_and_changes_nothing()
    {
        string[] near = ["1", "2", "3", "4", "5", "6"];
        await Read(Query(address: "a", author: "b", text: "c", near: near));
        await Read(Query(address: "a", author: "b", text: "c", near: near));
        var before = await Keys();

        for (var number = 0; number < 3; number++)
        {
            var facts = await Read(Query(address: "a", author: "b", text: "c", near: near) with { DryRun = true });
            Assert.Equal(RateDimensions.Address | RateDimensions.Email, facts.TooFast);
            Assert.Equal((2, 2), (facts.SeenBefore, facts.NearlySeenBefore));
        }

        Assert.Equal(before, await Keys());
    }

    [Fact]
    public async Task Every_key_is_tagged_with_the_site_and_expires()
    {
        var comment = SomeComment.With("A fine report, and at last somebody asked the people of the village.", ip: "2001:db8::1", site: _site.Id);
        await Read(FactsQuery.Of(_site, comment, TextView.Clean(comment.Body), _limits, dryRun: false));
        await Remember(comment, "approved", 1);

        var keys = await Keys();

        // Facts, outcome, history and text; the five rates; what nearly the same texts share.
        Assert.Equal(4 + 5 + NearTextKeys.Count, keys.Count);
        Assert.Single(keys.Keys.Select(key => _redis.HashSlot(key)).Distinct());
        Assert.All(keys.Keys, key => Assert.Contains($"{{{_site.Id}}}", key, StringComparison.Ordinal));
        Assert.All(keys.Keys, key => Assert.DoesNotContain("reader", key, StringComparison.Ordinal));
        foreach (var key in keys.Keys)
        {
            Assert.NotNull(await _redis.GetDatabase().KeyTimeToLiveAsync(key));
        }
    }

    private Task<KnownFacts> Read(FactsQuery query) => new RedisFacts(_redis).ReadAsync(query);

    private FactsQuery Query(string? address = null, string? author = null, string? text = null, string[]? near = null, Rate? rate = null)
    {
        var rates = new List<RateKey>();
        if (address is not null)
        {
            rates.Add(new RateKey(RateDimensions.Address, address, rate ?? _hourly));
        }

        if (author is not null)
        {
            rates.Add(new RateKey(RateDimensions.Email, author, rate ?? _hourly));
        }

        return new()
        {
            SiteId = _site.Id,
            CommentId = Guid.CreateVersion7(),
            Limits = _limits,
            Rates = rates,
            AuthorKey = author,
            TextKey = text,
            NearTextKeys = near ?? [],
        };
    }

    private Task Remember(CommentSubmitted comment, string state, long sequence, long at = 1_000) =>
        new AuthorHistory(_redis).RememberAsync(_site, SomeDecision.Approved(comment, sequence, at), state);

    private async Task<(long Approved, long Rejected)> History()
    {
        var facts = await Read(Query(author: AuthorKey.Of(_site, SomeComment.With().Author.Email)) with { DryRun = true });
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
