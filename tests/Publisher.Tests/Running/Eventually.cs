using System.Diagnostics;

namespace Moderation.Publisher.Tests.Running;

/// <summary>Asks again until something is so.</summary>
internal static class Eventually
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    public static async Task IsAsync(Func<Task<bool>> condition)
    {
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition())
        {
            Assert.True(clock.Elapsed < _patience, "It did not come to be.");
            await timer.WaitForNextTickAsync();
        }
    }
}
