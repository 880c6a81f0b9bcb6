using System.Collections.Concurrent;
using MassTransit;

namespace Moderation.Publisher.Tests.Running;

/// <summary>Tells when a message has been worked off, also when it changed nothing.</summary>
internal sealed class ConsumedMessages : IConsumeObserver
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _consumed = [];

    public Task WaitForAsync(Guid messageId) => Of(messageId).Task.WaitAsync(TimeSpan.FromSeconds(20));

    public Task PreConsume<T>(ConsumeContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PostConsume<T>(ConsumeContext<T> context)
        where T : class
    {
        Of(context.MessageId!.Value).TrySetResult();
        return Task.CompletedTask;
    }

    public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception)
        where T : class
    {
        Of(context.MessageId!.Value).TrySetException(exception);
        return Task.CompletedTask;
    }

    private TaskCompletionSource Of(Guid messageId) =>
        _consumed.GetOrAdd(messageId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
