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
        [typeof(AuthorErased)] = [EraseFacts, EraseCases, ErasePublished, EraseLessons],
        [typeof(AuthorDataErased)] = [ConfirmErasure],
        [typeof(CommentTaught)] = [LearnComment],
        [typeof(LearningChangeRequested)] = [ChangeLearning],
    };

    /// <summary>Where the workers, together, hear what the desk wants to know at once.</summary>
    public const string AnswerDesk = "AnswerDesk";

    /// <summary>Questions. Who asks waits seconds for the answer, so they are kept for nobody: no queue is declared for them beforehand.</summary>
    public static readonly IReadOnlySet<Type> Questions = new HashSet<Type> { typeof(RulesAsked), typeof(WordsAsked), typeof(VerdictAsked), typeof(PreviewAsked) };

    // What could not be dealt with is read as its queue is.
    private static readonly HashSet<string> _forOneReader = new(
        new[] { LearnComment, ChangeLearning }.SelectMany(queue => new[] { queue, DeadOf(queue) }), StringComparer.Ordinal);

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
                message.BindQueue(message.Exchange.ExchangeName, queue, binding => AsKept(queue, binding.SetQueueArgument));
            }
        });

    /// <summary>Goes with the last worker, and takes with it what nobody answered. Not a transient queue: RabbitMQ does away with those.</summary>
    internal static void AsShortLived(Action<string, object> argument)
    {
        argument("x-message-ttl", 30_000);
        argument("x-expires", 300_000);
    }

    /// <summary>Whether only one of all the processes that read a queue is given anything, so that it comes in order.</summary>
    internal static bool IsForOneReader(string queue) => _forOneReader.Contains(queue);

    /// <summary>Queue arguments can never be changed, so everybody who declares a queue, or its <c>_error</c>, declares it like this.</summary>
    internal static void AsKept(string queue, Action<string, object> argument)
    {
        if (IsForOneReader(queue))
        {
            argument("x-single-active-consumer", true);
        }

        argument("x-queue-type", "quorum");
        // RabbitMQ 4 drops a message silently after 20 deliveries unless told otherwise.
        argument("x-delivery-limit", 1000);
    }
}
