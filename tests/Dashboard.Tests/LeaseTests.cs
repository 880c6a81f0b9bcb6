using Moderation.Dashboard.Leases;

namespace Moderation.Dashboard.Tests;

public class LeaseTests
{
    public static TheoryData<string> Stores => Tests.Stores.All;

    [Theory, MemberData(nameof(Stores))]
    public async Task The_first_to_open_a_case_has_it_until_it_ends_by_itself(string store)
    {
        var time = new StoppedTime();
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store), time);
        var comment = Samples.Comment();
        await host.FileAsync(comment.Held());
        var (leases, asha, meera) = (host.Get<LeaseStore>(), Guid.NewGuid(), Guid.NewGuid());

        var first = await leases.TakeAsync(comment.CommentId, "asha", asha, default);
        var second = await leases.TakeAsync(comment.CommentId, "meera", meera, default);
        time.Now += LeaseStore.Length - TimeSpan.FromSeconds(1);
        var renewed = await leases.TakeAsync(comment.CommentId, "asha", asha, default);
        time.Now += LeaseStore.Length - TimeSpan.FromSeconds(1);
        var third = await leases.TakeAsync(comment.CommentId, "meera", meera, default);
        var before = await leases.ReadAsync(default);
        time.Now += TimeSpan.FromSeconds(1);
        var after = await leases.ReadAsync(default);
        var taken = await leases.TakeAsync(comment.CommentId, "meera", meera, default);

        Assert.Equal(new Lease(comment.CommentId, "demo", "asha", asha, Samples.Noon + LeaseStore.Length), first);
        Assert.Equal(first, second);
        Assert.Equal(first! with { ExpiresAt = first.ExpiresAt + LeaseStore.Length - TimeSpan.FromSeconds(1) }, renewed);
        Assert.Equal(renewed, third);
        Assert.Equal([renewed!], before);
        Assert.Empty(after);
        Assert.Equal(("meera", meera), (taken!.Moderator, taken.Desk));
        Assert.Null(await leases.TakeAsync(Guid.CreateVersion7(), "asha", asha, default));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_lease_goes_with_a_decision_and_never_forbids_one(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        var comment = Samples.Comment();
        await host.FileAsync(comment.Held());
        await host.Get<LeaseStore>().TakeAsync(comment.CommentId, "asha", Guid.NewGuid(), default);

        var result = await UndoTests.DecideAsync(host, comment, "approve", "meera");

        Assert.Equal("decided", result.Result);
        Assert.Empty(await host.Get<LeaseStore>().ReadAsync(default));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_desk_has_one_case_open_and_leaves_it_when_it_closes(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        var (one, two) = (Samples.Comment(), Samples.Comment());
        await host.FileAsync(one.Held(), two.Held());
        var leases = host.Get<LeaseStore>();
        var desk = new DeskLease(leases, TimeProvider.System);

        await desk.MoveToAsync(one.CommentId, "asha", default);
        var lease = await desk.MoveToAsync(two.CommentId, "asha", default);
        var open = await leases.ReadAsync(default);
        await desk.DisposeAsync();

        Assert.Equal([lease!], open);
        Assert.Equal((two.CommentId, desk.Desk), (lease!.CommentId, lease.Desk));
        Assert.Empty(await leases.ReadAsync(default));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_desk_renews_its_lease_while_it_stays_on_the_case(string store)
    {
        var time = new TickingTime();
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        var comment = Samples.Comment();
        await host.FileAsync(comment.Held());
        var leases = new LeaseStore(host.Database, time);
        await using var desk = new DeskLease(leases, time);
        var first = await desk.MoveToAsync(comment.CommentId, "asha", default);

        time.Now += LeaseStore.Length / 2;
        time.Tick();

        await Eventually.TrueAsync(async () => (await leases.ReadAsync(default)).Single().ExpiresAt == first!.ExpiresAt + (LeaseStore.Length / 2), "it is renewed");
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_desk_is_on_nothing_while_its_page_cannot_be_heard(string store)
    {
        var time = new TickingTime();
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        var comment = Samples.Comment();
        await host.FileAsync(comment.Held());
        var leases = new LeaseStore(host.Database, time);
        await using var desk = new DeskLease(leases, time);
        await desk.MoveToAsync(comment.CommentId, "asha", default);

        await desk.PauseAsync(default);
        time.Tick();
        var moved = await desk.MoveToAsync(comment.CommentId, "asha", default);
        var whileAway = await leases.ReadAsync(default);
        await desk.ResumeAsync(default);

        Assert.Null(moved);
        Assert.Empty(whileAway);
        Assert.Equal((comment.CommentId, desk.Desk), (await leases.ReadAsync(default)).Select(lease => (lease.CommentId, lease.Desk)).Single());
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Nobody_is_on_a_case_that_is_decided(string store)
    {
        await using var host = await DashboardHost.StartAsync(await Tests.Stores.CreateAsync(store));
        var comment = Samples.Comment();
        await host.FileAsync(comment.Held());
        await UndoTests.DecideAsync(host, comment, "approve", "meera");

        var lease = await host.Get<LeaseStore>().TakeAsync(comment.CommentId, "asha", Guid.NewGuid(), default);

        Assert.Null(lease);
        Assert.Empty(await host.Get<LeaseStore>().ReadAsync(default));
    }

    /// <summary>Timers fire when a test says so.</summary>
    private sealed class TickingTime : TimeProvider
    {
        private readonly List<Action> _timers = [];

        public DateTimeOffset Now { get; set; } = Samples.Noon;

        public override DateTimeOffset GetUtcNow() => Now;

        public void Tick() => _timers.ForEach(timer => timer());

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Add(() => callback(state));
            return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
