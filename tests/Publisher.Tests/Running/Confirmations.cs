using System.Collections.Concurrent;
using MassTransit;
using Moderation.Contracts;

namespace Moderation.Publisher.Tests.Running;

/// <summary>Hears which erasures are confirmed.</summary>
internal sealed class Confirmations : IConsumer<AuthorDataErased>
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource<string>> _services = [];

    /// <summary>The service that confirms the erasure.</summary>
    public Task<string> OfAsync(Guid erasure) => Of(erasure).Task.WaitAsync(TimeSpan.FromSeconds(20));

    public Task Consume(ConsumeContext<AuthorDataErased> context)
    {
        Of(context.Message.ErasureId).TrySetResult(context.Message.Service);
        return Task.CompletedTask;
    }

    private TaskCompletionSource<string> Of(Guid erasure) =>
        _services.GetOrAdd(erasure, _ => new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously));
}
