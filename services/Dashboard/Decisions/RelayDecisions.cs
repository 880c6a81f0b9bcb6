using System.Diagnostics.CodeAnalysis;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Moderation.Contracts;
using Moderation.Hosting.Bus;

namespace Moderation.Dashboard.Decisions;

/// <summary>Hands the decisions of moderators, and what they teach, to the bus, again and again until it has taken them.</summary>
internal sealed class RelayDecisions(Outbox outbox, OutboxSignal signal, IBus bus, ReplayWindow replay, ILogger<RelayDecisions> logger)
    : BackgroundService
{
    private const int BatchSize = 100;
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _breath = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var replayed = replay.Length == TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            await RunAsync(async () =>
            {
                if (!replayed)
                {
                    await outbox.ReplayAsync(replay.Length, stoppingToken);
                    replayed = true;
                }

                while (await outbox.ClaimAsync(BatchSize, stoppingToken) is { Count: > 0 } due)
                {
                    var handedOn = await Task.WhenAll(due.Select(one => TryPublishAsync(one, stoppingToken)));
                    // Also when the program ends just now: they would all be sent again.
                    await outbox.MarkPublishedAsync([.. handedOn.OfType<IDecision>()], CancellationToken.None);
                }

                await signal.WaitAsync(await UntilNextAsync(stoppingToken), stoppingToken);
            }, stoppingToken);
        }
    }

    // What can be undone is due at its moment, whichever instance it was decided on.
    private async Task<TimeSpan> UntilNextAsync(CancellationToken stoppingToken)
    {
        var due = await outbox.DueInAsync(stoppingToken) ?? _pause;
        return due < _breath ? _breath : due < _pause ? due : _pause;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever went wrong, the decision is on disk and is tried again.")]
    private async Task RunAsync(Func<Task> step, CancellationToken stoppingToken)
    {
        try
        {
            await step();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            logger.LogWarning("Decisions cannot be handed on: {Reason}", exception.Message);
            await Task.Delay(_pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever went wrong, the decision is on disk and is tried again.")]
    private async Task<IDecision?> TryPublishAsync(DueDecision due, CancellationToken stoppingToken)
    {
        var decision = due.Decision;
        try
        {
            // With the broker down Publish waits until its token fires.
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            patience.CancelAfter(_patience);
            await bus.Publish(decision, decision.GetType(), patience.Token);
            // One that got no further than this is sent once more as a whole: everybody takes it once.
            if (due.Lesson is { } lesson)
            {
                await bus.Publish(lesson, patience.Token);
            }

            return decision;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            logger.LogWarning(
                "The decision on comment {CommentId} could not be handed on and stays in the outbox: {Reason}", decision.Comment.CommentId, exception.Message);
            return null;
        }
    }
}
