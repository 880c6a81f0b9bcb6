using Moderation.Flow.Tests.Running;
using Xunit.Abstractions;

namespace Moderation.Flow.Tests;

[Collection(nameof(StandaloneSystem))]
public sealed class StandaloneFaults(StandaloneSystem system, ITestOutputHelper output) : Faults(system, output)
{
    [Fact]
    public async Task Standalone_is_killed()
    {
        var load = await NothingIsLostOrDoubledAsync(async () =>
        {
            await system.KillAsync();
            await system.StartAsync();
        });

        Assert.NotEqual(0, load.Unanswered);
    }

    [Fact]
    public async Task Standalone_is_killed_right_after_decisions()
    {
        var load = await NothingIsLostOrDoubledAsync(() => Task.CompletedTask, count: 100);
        var held = load.All.Where(id => load.Expected(id) == "held").ToList();

        var results = await system.Desk.DecideAsync("approve", null, held);
        await system.KillAsync();
        await system.StartAsync();

        Assert.All(results, result => Assert.Equal("decided", result.Result));
        await ArePublishedOnceAsync(load, held);
    }

    [Fact]
    public async Task Standalone_is_killed_between_decisions_and_their_release()
    {
        var load = await NothingIsLostOrDoubledAsync(() => Task.CompletedTask, count: 100);

        await NothingDecidedIsLostOrDoubledAsync(load, [.. load.All.Where(id => load.Expected(id) == "held")], async () =>
        {
            await system.KillAsync();
            await system.StartAsync();
        });
    }
}
