namespace Moderation.Dashboard.Tests;

/// <summary>A clock that a test sets.</summary>
internal sealed class StoppedTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = Samples.Noon;

    public override DateTimeOffset GetUtcNow() => Now;
}
