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
    public const string LearnComment = "LearnComment";
    public const string ChangeLearning = "ChangeLearning";
    public const string EraseLessons = "EraseLessons";

    public static readonly IReadOnlyDictionary<Type, string[]> ByMessage = new Dictionary<Type, string[]>
    {
        [typeof(CommentSubmitted)] = [ModerateComment],
        [typeof(CommentApproved)] = [UpdateStatus, FileCase, PublishComment, RememberOutcome],
        [typeof(CommentHeld)] = [UpdateStatus, FileCase, PublishComment, RememberOutcome],
        [typeof(CommentRejected)] = [UpdateStatus, FileCase, PublishComment, RememberOutcome],
        [typeof(ErasureRequested)] = [RequestErasure],
        [typeof(AuthorErased)] = [EraseFacts, EraseCases, ErasePublished],
        [typeof(AuthorDataErased)] = [ConfirmErasure],
    };

    /// <summary>Where the workers, together, hear what the desk wants to know at once.</summary>
    public const string AnswerDesk = "AnswerDesk";

    /// <summary>Questions. Who asks waits seconds for the answer, so they are kept for nobody: no queue is declared for them beforehand.</summary>
    public static readonly IReadOnlySet<Type> Questions = new HashSet<Type> { typeof(RulesAsked), typeof(WordsAsked), typeof(VerdictAsked), typeof(PreviewAsked) };

    /// <summary>The queues that outlive the processes that read them.</summary>
    internal static IEnumerable<string> Kept => ByMessage.Values.SelectMany(queues => queues).Distinct(StringComparer.Ordinal);

    internal static bool IsKept(string queue) => Kept.Contains(queue, StringComparer.Ordinal);

    /// <summary>Where MassTransit puts what the consumer of a queue could not deal with.</summary>
    internal static string DeadOf(string queue) => $"{queue}_error";

    /// <summary>Whether what is in a queue is worthless after seconds.</summary>
    internal static bool IsForQuestions(string queue) => queue == AnswerDesk;

    internal static void Declare<T>(IRabbitMqBusFactoryConfigurator bus)
        where T : class =>
        bus.Publish<T>(message =>
        {
            foreach (var queue in ByMessage[typeof(T)])
            {
                message.BindQueue(message.Exchange.ExchangeName, queue, binding => AsQuorum(binding.SetQueueArgument));
            }
        });

    /// <summary>Goes with the last worker, and takes with it what nobody answered. Not a transient queue: RabbitMQ does away with those.</summary>
    internal static void AsShortLived(Action<string, object> argument)
    {
        argument("x-message-ttl", 30_000);
        argument("x-expires", 300_000);
    }

    /// <summary>Queue arguments can never be changed, so everybody who declares a queue declares it like this.</summary>
    internal static void AsQuorum(Action<string, object> argument)
    {
        argument("x-queue-type", "quorum");
        // RabbitMQ 4 drops a message silently after 20 deliveries unless told otherwise.
        argument("x-delivery-limit", 1000);
    }
}
