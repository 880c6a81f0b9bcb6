using System.Diagnostics;

namespace Moderation.Worker.Tests.Setup;

internal static class Eventually
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    /// <summary>Asks until the answer is as wanted.</summary>
    public static async Task<T> Get<T>(Func<Task<T>> ask, Func<T, bool> wanted)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var answer = await ask();
            if (wanted(answer))
            {
                return answer;
            }

            Assert.True(clock.Elapsed < _patience, $"Still {answer} after {_patience}.");
            await Task.Delay(10);
        }
    }
}
