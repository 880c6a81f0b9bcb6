using Moderation.Flow.Tests.Running;
using Moderation.Servers;
using Xunit.Abstractions;

namespace Moderation.Flow.Tests;

[Collection(nameof(ServicesSystem))]
public sealed class ServicesFaults(ServicesSystem system, ITestOutputHelper output) : Faults(system, output)
{
    [Fact]
    public async Task Submission_is_killed()
    {
        // So many that they are not all in before the process is found and killed.
        var load = await NothingIsLostOrDoubledAsync(() => KilledAsync(system.Submission), count: 1200);

        Assert.NotEqual(0, load.Unanswered);
    }

    [Fact]
    public Task One_of_two_workers_is_killed() => NothingIsLostOrDoubledAsync(() => KilledAsync(system.Workers[0]));

    [Fact]
    public Task All_workers_are_killed() => NothingIsLostOrDoubledAsync(() => Task.WhenAll(system.Workers.Select(KilledAsync)));

    [Fact]
    public Task The_publisher_is_killed() => NothingIsLostOrDoubledAsync(() => KilledAsync(system.Publisher));

    [Fact]
    public Task The_dashboard_is_killed() => NothingIsLostOrDoubledAsync(() => KilledAsync(system.Dashboard));

    [Fact]
    public Task RabbitMQ_is_stopped_for_20_seconds() => NothingIsLostOrDoubledAsync(() => StoppedAsync(system.RabbitMq, TimeSpan.FromSeconds(20)));

    [Fact]
    public Task RabbitMQ_is_killed() => NothingIsLostOrDoubledAsync(async () =>
    {
        await system.RabbitMq.KillAsync();
        await system.RabbitMq.StartAsync();
    });

    [Fact]
    public async Task Redis_is_stopped()
    {
        await NothingIsLostOrDoubledAsync(() => StoppedAsync(system.Redis, TimeSpan.FromSeconds(10)), mayBeHeld: true);

        foreach (var worker in system.Workers)
        {
            var website = new Website(system.Submission.Address, worker.Address, system.Publisher.Address);
            await Eventually.GetAsync(
                () => website.CheckAsync(NewComment.On("after-redis", "बिजली आ गई, धन्यवाद।")), answer => answer.Outcome == "approve");
        }
    }

    [Fact]
    public async Task PostgreSQL_is_stopped()
    {
        var load = await NothingIsLostOrDoubledAsync(() => StoppedAsync(system.Postgres, TimeSpan.FromSeconds(10)));

        Assert.NotEqual(0, load.NotSaved);
    }

    [Fact]
    public Task RabbitMQ_loses_its_disk_with_comments_waiting_in_it() => NothingIsLostOrDoubledAsync(async () =>
    {
        await Task.WhenAll(system.Workers.Select(worker => worker.KillAsync()));
        await Eventually.PassesAsync(TimeSpan.FromSeconds(2));
        await system.RabbitMq.StopAsync();
        await system.RabbitMq.WipeAsync();
        await system.RabbitMq.StartAsync();
        await Task.WhenAll(system.Workers.Select(worker => worker.StartAsync()));
    });

    [Fact]
    public async Task The_dashboard_is_killed_right_after_decisions()
    {
        var (load, held) = await HeldAsync();

        await DecideAsync(held);
        await KilledAsync(system.Dashboard);

        await ArePublishedOnceAsync(load, held);
    }

    [Fact]
    public async Task The_dashboard_is_killed_between_decisions_and_their_release()
    {
        var (load, held) = await HeldAsync();

        await NothingDecidedIsLostOrDoubledAsync(load, held, () => KilledAsync(system.Dashboard));
    }

    [Fact]
    public async Task Moderators_decide_while_RabbitMQ_is_down()
    {
        var (load, held) = await HeldAsync();

        await system.RabbitMq.StopAsync();
        await DecideAsync(held);
        await system.RabbitMq.StartAsync();

        await ArePublishedOnceAsync(load, held);
    }

    private static async Task KilledAsync(OwnProgram program)
    {
        await program.KillAsync();
        await program.StartAsync();
    }

    private static async Task StoppedAsync(IServer server, TimeSpan time)
    {
        await server.StopAsync();
        await Eventually.PassesAsync(time);
        await server.StartAsync();
    }

    private async Task<(Load Load, IReadOnlyList<Guid> Held)> HeldAsync()
    {
        var load = await NothingIsLostOrDoubledAsync(() => Task.CompletedTask, count: 100);
        return (load, load.All.Where(id => load.Expected(id) == "held").ToList());
    }

    private async Task DecideAsync(IEnumerable<Guid> held) =>
        Assert.All(await system.Desk.DecideAsync("approve", null, held), result => Assert.Equal("decided", result.Result));
}
