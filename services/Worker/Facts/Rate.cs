namespace Moderation.Worker.Facts;

/// <summary>How fast comments may come.</summary>
/// <param name="Burst">How many at once; 1 or more.</param>
/// <param name="Interval">After a burst, one more is allowed each time this has passed; counted in whole milliseconds.</param>
internal sealed record Rate(int Burst, TimeSpan Interval);
