namespace Moderation.Benchmarks.Flow;

/// <summary>A comment that was posted, and when.</summary>
/// <param name="Status">The HTTP status; 0 when there was no answer.</param>
/// <param name="Id">The comment's id when it was accepted.</param>
/// <param name="Intended">When it should have been sent: at a fixed rate, waiting for a free connection is part of the latency.</param>
/// <param name="Answered">When the answer was there.</param>
internal readonly record struct Post(int Status, string? Id, DateTimeOffset Intended, DateTimeOffset Answered)
{
    public bool IsAccepted => Id is not null;

    public TimeSpan Latency => Answered - Intended;
}
