using MassTransit;
using Microsoft.Extensions.Logging;

namespace Moderation.Dashboard.Rules;

/// <summary>The desk has no rules of its own: it asks any worker, over the bus.</summary>
internal sealed class Workers(IBus bus, ILogger<Workers> logger)
{
    private static readonly TimeSpan _usual = TimeSpan.FromSeconds(5);

    /// <param name="question">What is asked.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <param name="patience">How long to wait; 5 s when left out.</param>
    /// <exception cref="NoWorkerException">None answered in time.</exception>
    public async Task<TAnswer> AskAsync<TQuestion, TAnswer>(TQuestion question, CancellationToken cancellationToken, TimeSpan? patience = null)
        where TQuestion : class
        where TAnswer : class
    {
        var wait = patience ?? _usual;
        // While the broker is down a question waits to be sent, and not only for its answer.
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        enough.CancelAfter(wait + TimeSpan.FromSeconds(1));
        try
        {
            var answer = await bus.CreateRequestClient<TQuestion>(RequestTimeout.After(ms: (int)wait.TotalMilliseconds)).GetResponse<TAnswer>(question, enough.Token);
            return answer.Message;
        }
        // Nobody hears it, nobody answers in time, the worker failed, the broker is down: each transport has exceptions of its own for these.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("No worker answered {Question}: {Kind}: {Reason}", typeof(TQuestion).Name, exception.GetType().Name, exception.Message);
            throw new NoWorkerException(exception);
        }
    }
}

/// <summary>No worker runs, or the broker is down, or the worker that was asked failed.</summary>
internal sealed class NoWorkerException(Exception reason) : Exception("No worker answered, so the rules cannot be looked at now.", reason);
