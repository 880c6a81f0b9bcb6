using System.Collections.Concurrent;
using MassTransit;

namespace Moderation.Hosting.Bus.Watch;

/// <summary>The queues that this process reads, as they are configured, and every message that comes out of them.</summary>
internal sealed class ConsumedQueues : IReceiveObserver
{
    private readonly ConcurrentDictionary<string, ConsumedQueue> _byName = new(StringComparer.Ordinal);

    public IEnumerable<ConsumedQueue> All => _byName.Values;

    public void Add(string name) => _byName.TryAdd(name, new ConsumedQueue(name, Queues.IsForOneReader(name)));

    public Task PreReceive(ReceiveContext context)
    {
        Of(context)?.Take();
        return Task.CompletedTask;
    }

    public Task PostReceive(ReceiveContext context)
    {
        Of(context)?.Settle();
        return Task.CompletedTask;
    }

    public Task ReceiveFault(ReceiveContext context, Exception exception) => PostReceive(context);

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class => Task.CompletedTask;

    private ConsumedQueue? Of(ReceiveContext context)
    {
        var path = context.InputAddress.AbsolutePath;
        return _byName.GetValueOrDefault(path[(path.LastIndexOf('/') + 1)..]);
    }
}
