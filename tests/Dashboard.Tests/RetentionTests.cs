using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moderation.Dashboard.Authors;
using Moderation.Dashboard.Decisions;
using Moderation.Dashboard.SignIn;
using Moderation.Hosting.Retention;
using Moderation.Hosting.Stores;

namespace Moderation.Dashboard.Tests;

public class RetentionTests
{
    private static readonly string[] _contacts = ["asha@example.com", "192.0.2.7", "Browser", "ref.example"];

    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task Forgets_the_contact_details_of_what_was_decided_and_nothing_else(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        await FileAsync(databases, 60);

        Assert.Equal(0, await Forget(databases, 2, Samples.Noon.AddDays(2)));
        Assert.Equal(60, await Forget(databases, 2, Samples.Noon.AddDays(2).AddSeconds(1)));

        var left = Tables.Of(databases().Source("dashboard"));
        Assert.All(_contacts, contact => Assert.DoesNotContain(contact, left, StringComparison.Ordinal));
        Assert.Contains("बारिश आई", left, StringComparison.Ordinal);
        Assert.Contains("आशा", left, StringComparison.Ordinal);
        Assert.Equal(0, await Forget(databases, 2, Samples.Noon.AddDays(3)));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Zero_days_is_never(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        await FileAsync(databases, 1);

        Assert.Equal(0, await Forget(databases, 0, Samples.Noon.AddYears(50)));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Keeps_them_while_a_case_waits_for_a_moderator_and_its_decision_for_the_bus(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        var comment = Comment();
        await using (var host = await DashboardHost.StartAsync(databases, new StoppedTime()))
        {
            await host.FileAsync(comment.Held());
        }

        var (late, source) = (Samples.Noon.AddDays(100), databases().Source("dashboard"));
        Assert.Equal(0, await Forget(databases, 90, late));
        using var unheard = new OutboxSignal();
        await new Decider(source, unheard, TimeProvider.System, NullLogger<Decider>.Instance).DecideAsync(
            new ModeratorDecision { CommentId = comment.CommentId, Decision = "approve" }, "admin", SiteScope.All, default);
        Assert.Equal(0, await Forget(databases, 90, late));
        var outbox = new Outbox(source, TimeProvider.System);
        var decision = Assert.Single(await outbox.ClaimAsync(10, default)).Decision;
        Assert.Equal(comment, decision.Comment);
        await outbox.MarkPublishedAsync([decision], default);

        Assert.Equal(1, await Forget(databases, 90, late));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Several_instances_do_it_side_by_side(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        await FileAsync(databases, 120);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Forget(databases, 90, Samples.Noon.AddDays(100)))));

        Assert.DoesNotContain("asha@example.com", Tables.Of(databases().Source("dashboard")), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_decision_that_comes_again_brings_nothing_back(string store)
    {
        var databases = await Tests.Stores.CreateAsync(store);
        var comment = Comment();
        await using var host = await DashboardHost.StartAsync(databases, new StoppedTime());
        await host.FileAsync(comment.Approved());
        await Forget(databases, 90, Samples.Noon.AddDays(100));

        await host.PublishAsync(comment.Rejected(2));
        using var program = host.Program();
        await Eventually.TrueAsync(async () => (await program.FindCaseAsync(comment.CommentId))!.String("state") == "rejected", "the decision is filed");

        Assert.All(_contacts, contact => Assert.DoesNotContain(contact, Tables.Of(host.Database), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(36_501)]
    public async Task Refuses_days_that_make_no_sense(int days)
    {
        var databases = await Tests.Stores.CreateAsync("SQLite");

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => DashboardHost.StartAsync(databases, settings: new() { ["Retention:Days"] = $"{days}" }));

        Assert.Contains("Days", refused.Message, StringComparison.Ordinal);
    }

    private static Contracts.CommentSubmitted Comment()
    {
        var comment = Samples.Comment("बारिश आई", name: "आशा", email: "asha@example.com");
        return comment with { Client = comment.Client with { Referrer = "https://ref.example/" } };
    }

    private static async Task FileAsync(Func<IDatabases> databases, int count)
    {
        await using var host = await DashboardHost.StartAsync(databases, new StoppedTime());
        await host.FileAsync([.. Enumerable.Range(0, count).Select(_ => Comment().Approved())]);
    }

    private static Task<int> Forget(Func<IDatabases> databases, int days, DateTimeOffset now) => new ForgetContacts(
        databases().Source("dashboard"), new StoppedTime { Now = now }, Options.Create(new RetentionOptions { Days = days })).ForgetAsync(default);
}
