using MassTransit;

namespace Moderation.Worker.Rules.Desk;

internal sealed class AnswerDeskDefinition : ConsumerDefinition<AnswerDeskConsumer>
{
    // A preview takes a core for a second; comments go on meanwhile.
    public AnswerDeskDefinition() => ConcurrentMessageLimit = 2;
}
