namespace Moderation.Worker.Facts;

/// <summary>How fast comments may come.</summary>
/// <param name="Burst">How many at once.</param>
/// <param name="Interval">After a burst, one more each time this has passed.</param>
internal sealed record Rate(int Burst, TimeSpan Interval);
