using MassTransit;
using Moderation.Contracts;

namespace Moderation.Worker.Rules.Desk;

/// <summary>Answers what the rules page asks. Who asks waits seconds only, so a question is never asked again by itself.</summary>
internal sealed class AnswerDeskConsumer(DeskAnswers answers)
    : IConsumer<RulesAsked>, IConsumer<WordsAsked>, IConsumer<VerdictAsked>, IConsumer<PreviewAsked>
{
    public Task Consume(ConsumeContext<RulesAsked> context) => context.RespondAsync(answers.To(context.Message));

    public Task Consume(ConsumeContext<WordsAsked> context) => context.RespondAsync(answers.To(context.Message));

    public async Task Consume(ConsumeContext<VerdictAsked> context) => await context.RespondAsync(await answers.ToAsync(context.Message));

    public Task Consume(ConsumeContext<PreviewAsked> context) => context.RespondAsync(answers.To(context.Message));
}
