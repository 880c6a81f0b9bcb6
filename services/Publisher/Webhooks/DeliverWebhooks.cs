using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Moderation.Publisher.Webhooks;

/// <summary>Tells the websites, again and again until they have taken it.</summary>
internal sealed class DeliverWebhooks(WebhookOutbox outbox, WebhookEndpoints endpoints, TimeProvider time, ILogger<DeliverWebhooks> logger) : BackgroundService
{
    private const int BatchSize = 50;
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    // The specification's own: two and a half days in all.
    private static readonly TimeSpan[] _pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14),
    ];

    // A redirect is no receipt, and would be another website.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = _patience,
    };

    public override void Dispose()
    {
        _http.Dispose();
        base.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever went wrong, the message is on disk and is tried again.")]
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (endpoints.Any && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await outbox.ClaimAsync(BatchSize, stoppingToken) is { Count: > 0 } due)
                {
                    await Task.WhenAll(due.Select(message => DeliverAsync(message, stoppingToken)));
                }

                await outbox.WaitAsync(_pause, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("Webhooks rest for a moment: {Reason}", exception.Message);
                await Task.Delay(_pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task DeliverAsync(WebhookMessage message, CancellationToken cancellationToken)
    {
        if (!endpoints.TryGet(message.SiteId, out var endpoint))
        {
            await outbox.FailAsync(message, "The site has no webhook any more.", null, cancellationToken);
            return;
        }

        var (status, error) = await PostAsync(message, endpoint, cancellationToken);
        if (error is null)
        {
            await outbox.RemoveAsync(message.SiteId, message.Id, cancellationToken);
            return;
        }

        // Gone says that it wants to hear nothing more.
        var pause = status == HttpStatusCode.Gone || message.Attempts > _pauses.Length ? (TimeSpan?)null : _pauses[message.Attempts - 1];
        logger.LogWarning(
            "The webhook of {SiteId} did not take {MessageId}, attempt {Attempt}, {Fate}: {Reason}",
            message.SiteId, message.Id, message.Attempts, pause is null ? "the last" : "to be repeated", error);
        await outbox.FailAsync(message, error, pause, cancellationToken);
    }

    private async Task<(HttpStatusCode? Status, string? Error)> PostAsync(WebhookMessage message, WebhookEndpoint endpoint, CancellationToken cancellationToken)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Address);
        request.Content = new StringContent(message.Body, Encoding.UTF8, MediaTypeNames.Application.Json);
        request.Headers.Add("webhook-id", message.Id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(message.Id, timestamp, message.Body, endpoint.Key));
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return (response.StatusCode, response.IsSuccessStatusCode ? null : $"It answered {(int)response.StatusCode}.");
        }
        catch (HttpRequestException exception)
        {
            return (null, $"It could not be reached: {exception.Message}");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"It did not answer within {_patience.TotalSeconds} s.");
        }
    }
}
