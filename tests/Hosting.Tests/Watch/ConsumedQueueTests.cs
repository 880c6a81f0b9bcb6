using Moderation.Hosting.Bus.Watch;

namespace Moderation.Hosting.Tests.Watch;

/// <summary>When a queue counts as not read by this process.</summary>
public class ConsumedQueueTests
{
    [Fact]
    public void Whoever_gets_nothing_while_messages_wait_does_not_read()
    {
        var queue = new ConsumedQueue("any", isForOneReader: false);

        queue.Check(waiting: 5, consumers: 1);
        queue.Check(waiting: 5, consumers: 1);

        Assert.Equal(2, queue.Misses);
    }

    [Fact]
    public void Of_a_queue_for_one_reader_whoever_stands_by_gets_nothing_and_is_not_ended()
    {
        var queue = new ConsumedQueue("any", isForOneReader: true);

        queue.Check(waiting: 5, consumers: 1);
        Assert.Equal(0, queue.Misses);

        queue.Check(waiting: 5, consumers: 0);
        Assert.Equal(1, queue.Misses);
    }
}
