using System.Diagnostics;
using Moderation.Flow.Tests.Running;
using Xunit.Abstractions;

namespace Moderation.Flow.Tests;

/// <summary>Promise 1: whatever got 202 is decided once and, if approved, published once, whatever dies in between.</summary>
public abstract class Faults(ISystem system, ITestOutputHelper output) : IDisposable
{
    protected const int Comments = 500;

    /// <summary>Posts comments, lets the fault happen in the middle of it, and counts what came out.</summary>
    /// <param name="fault">Ends when everything runs again.</param>
    /// <param name="count">How many comments.</param>
    /// <param name="mayBeHeld">Whether kind comments may be held, because a part that judges them was away.</param>
    private protected async Task<Load> NothingIsLostOrDoubledAsync(Func<Task> fault, int count = Comments, bool mayBeHeld = false)
    {
        var load = Load.Start(system.Website, count);
        await load.UnderWay;
        await fault();
        await load.Completion;

        var clock = Stopwatch.StartNew();
        var statuses = await SettledAsync(load.All);
        var approved = load.All.Where(id => statuses[id] == "approved").ToHashSet();
        var list = await Eventually.GetAsync(load.ListAsync, list => list.Count >= approved.Count);
        var cases = await Eventually.GetAsync(() => system.Desk.FindAsync(load.Author), cases => cases.Count >= count);
        output.WriteLine(
            $"{count} accepted, {load.NotSaved} times 503, {load.Unanswered} times no answer; settled {clock.Elapsed.TotalSeconds:F1} s after the last was accepted.");

        Assert.Equal(count, load.All.Distinct().Count());
        Assert.All(load.All, id => Assert.True(
            statuses[id] == load.Expected(id) || (mayBeHeld && statuses[id] == "held"), $"{id} is {statuses[id]} and not {load.Expected(id)}."));
        Assert.Equal(approved.Order(), list.Select(comment => comment.Id).Order());
        Assert.Equal(load.All.Order(), cases.Select(filed => filed.Id).Order());
        Assert.All(cases, filed => Assert.Equal((statuses[filed.Id], 1), (filed.State, filed.Sequence)));
        return load;
    }

    private protected async Task ArePublishedOnceAsync(Load load, IReadOnlyList<Guid> held)
    {
        await Eventually.GetAsync(load.ListAsync, list => held.All(id => list.Any(comment => comment.Id == id)));
        Assert.Distinct((await load.ListAsync()).Select(comment => comment.Id));
        foreach (var id in held)
        {
            await system.Website.ReachesAsync(id, "approved");
        }
    }

    /// <summary>Kills the desk while decisions wait for their release, some of them undone before that.</summary>
    private protected async Task NothingDecidedIsLostOrDoubledAsync(Load load, IReadOnlyList<Guid> held, Func<Task> kill)
    {
        var (undone, kept) = (held.Take(held.Count / 2).ToList(), held.Skip(held.Count / 2).ToList());
        Assert.All(await system.Desk.DecideWithTimeToUndoAsync("approve", 20, undone), decided => Assert.Equal("decided", decided.Result));
        Assert.All(await system.Desk.UndoAsync(2, undone), result => Assert.Equal(("undone", "held", 3), (result.Result, result.State, result.Sequence)));
        Assert.All(await system.Desk.DecideWithTimeToUndoAsync("approve", 5, kept), decided => Assert.Equal("decided", decided.Result));
        var before = await load.ListAsync();
        await kill();

        await ArePublishedOnceAsync(load, kept);
        Assert.DoesNotContain(before, comment => held.Contains(comment.Id));
        Assert.DoesNotContain(await load.ListAsync(), comment => undone.Contains(comment.Id));
        var cases = (await system.Desk.FindAsync(load.Author)).ToDictionary(filed => filed.Id);
        Assert.All(kept, id => Assert.Equal(("approved", 2), (cases[id].State, cases[id].Sequence)));
        Assert.All(undone, id => Assert.Equal(("held", 3), (cases[id].State, cases[id].Sequence)));

        // Late, and so heard by all: what was published is withdrawn.
        Assert.All(await system.Desk.UndoAsync(2, kept), result => Assert.Equal(("reversed", "held", 3), (result.Result, result.State, result.Sequence)));
        await Eventually.GetAsync(load.ListAsync, list => list.All(comment => !held.Contains(comment.Id)));
        foreach (var id in held)
        {
            await system.Website.ReachesAsync(id, "held");
        }
    }

    public void Dispose()
    {
        output.WriteLine(system.Logs);
        GC.SuppressFinalize(this);
    }

    private async Task<Dictionary<Guid, string>> SettledAsync(IEnumerable<Guid> ids)
    {
        var statuses = ids.ToDictionary(id => id, _ => "pending");
        await Eventually.GetAsync(
            async () =>
            {
                foreach (var id in statuses.Where(known => known.Value == "pending").Select(known => known.Key).ToList())
                {
                    statuses[id] = await system.Website.StatusAsync(id);
                }

                return $"{statuses.Values.Count(status => status == "pending")} pending";
            },
            pending => pending == "0 pending");
        return statuses;
    }
}
