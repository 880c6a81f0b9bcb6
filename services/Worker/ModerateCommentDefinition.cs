using MassTransit;

namespace Moderation.Worker;

internal sealed class ModerateCommentDefinition : ConsumerDefinition<ModerateCommentConsumer>
{
    // Each waits for Redis and for the broker's confirm far longer than it computes.
    public ModerateCommentDefinition() => ConcurrentMessageLimit = 64;
}
