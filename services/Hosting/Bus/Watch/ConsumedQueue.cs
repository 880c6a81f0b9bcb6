namespace Moderation.Hosting.Bus.Watch;

/// <summary>A queue that this process reads, and what has come out of it so far.</summary>
/// <param name="name">The queue's name.</param>
/// <param name="isForOneReader">Whether it gives nothing to all who read it but one.</param>
internal sealed class ConsumedQueue(string name, bool isForOneReader)
{
    private long _taken;
    private long _settled;
    private long _takenBefore;

    public string Name => name;

    /// <summary>How many checks in a row found that this process does not read it.</summary>
    public int Misses { get; private set; }

    public void Take() => Interlocked.Increment(ref _taken);

    public void Settle() => Interlocked.Increment(ref _settled);

    /// <summary>
    /// Compares what the broker says with what has come here since the last check. Somebody else's consumer is no proof of ours; but while
    /// messages wait, a consumer with nothing to do is given some, unless the queue is for one alone.
    /// </summary>
    /// <param name="waiting">How many messages wait in the queue, over all processes.</param>
    /// <param name="consumers">How many consumers it has, over all processes.</param>
    public void Check(uint waiting, uint consumers)
    {
        var settled = Interlocked.Read(ref _settled);
        var taken = Interlocked.Read(ref _taken);
        var isIdle = taken == _takenBefore && taken == settled;
        _takenBefore = taken;
        Misses = consumers == 0 || (waiting > 0 && isIdle && !isForOneReader) ? Misses + 1 : 0;
    }

    /// <summary>Nothing is known: the broker did not answer.</summary>
    public void Forget() => Misses = 0;
}
