using System.Diagnostics;

namespace Moderation.Flow.Tests.Running;

internal static class Eventually
{
    /// <summary>How long anything may take to come out right.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks until the answer is as wanted; fails when it still is not after <see cref="Patience"/>.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T>> ask, Func<T, bool> wanted)
    {
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(_pause);
        while (true)
        {
            var answer = await ask();
            if (wanted(answer))
            {
                return answer;
            }

            Assert.True(clock.Elapsed < Patience, $"Still {answer} after {Patience.TotalSeconds} s.");
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Lets an outage last.</summary>
    public static async Task PassesAsync(TimeSpan time)
    {
        using var timer = new PeriodicTimer(time);
        await timer.WaitForNextTickAsync();
    }

    /// <summary>Lets an outage last that has begun already.</summary>
    /// <param name="outage">How long it has lasted.</param>
    /// <param name="time">How long it is to last at least.</param>
    public static Task LastsAsync(Stopwatch outage, TimeSpan time) =>
        time > outage.Elapsed ? PassesAsync(time - outage.Elapsed) : Task.CompletedTask;
}
