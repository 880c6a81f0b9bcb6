using MassTransit;
using Moderation.Contracts;

namespace Moderation.Hosting.Bus;

/// <summary>
/// Which queue hears which message. A publisher declares the queues of its message itself, so that a service
/// that has never been started yet still gets everything. A test holds this list against the consumers.
/// </summary>
public static class Queues
{
    public const string ModerateComment = "ModerateComment";
    public const string RememberOutcome = "RememberOutcome";
    public const string UpdateStatus = "UpdateStatus";
    public const string FileCase = "FileCase";
    public const string PublishComment = "PublishComment";
    public const string ConfirmErasure = "ConfirmErasure";
    public const string RequestErasure = "RequestErasure";
    public const string EraseFacts = "EraseFacts";
    public const string EraseCases = "EraseCases";
    public const string ErasePublished = "ErasePublished";

    public static readonly IReadOnlyDictionary<Type, string[]> ByMessage = new Dictionary<Type, string[]>
    {
        [typeof(CommentSubmitted)] = [ModerateComment],
        [typeof(CommentApproved)] = [UpdateStatus, FileCase, PublishComment, RememberOutcome],
        [typeof(CommentHeld)] = [UpdateStatus, FileCase, PublishComment],
        [typeof(CommentRejected)] = [UpdateStatus, FileCase, PublishComment, RememberOutcome],
        [typeof(ErasureRequested)] = [RequestErasure],
        [typeof(AuthorErased)] = [EraseFacts, EraseCases, ErasePublished],
        [typeof(AuthorDataErased)] = [ConfirmErasure],
    };

    /// <summary>Whether a queue outlives the process that reads it.</summary>
    internal static bool IsKept(string queue) => ByMessage.Values.Any(queues => queues.Contains(queue, StringComparer.Ordinal));

    internal static void Declare<T>(IRabbitMqBusFactoryConfigurator bus)
        where T : class =>
        bus.Publish<T>(message =>
        {
            foreach (var queue in ByMessage[typeof(T)])
            {
                message.BindQueue(message.Exchange.ExchangeName, queue, binding => AsQuorum(binding.SetQueueArgument));
            }
        });

    /// <summary>Queue arguments can never be changed, so everybody who declares a queue declares it like this.</summary>
    internal static void AsQuorum(Action<string, object> argument)
    {
        argument("x-queue-type", "quorum");
        // RabbitMQ 4 drops a message silently after 20 deliveries unless told otherwise.
        argument("x-delivery-limit", 1000);
    }
}
