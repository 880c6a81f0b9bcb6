using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Moderation.Dashboard.Rules;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Numbers;

/// <summary>Tells operators' metrics what the page of numbers shows, of all sites. Every dashboard tells the same.</summary>
internal sealed class MeasureDesk : BackgroundService
{
    private static readonly TimeSpan _pause = TimeSpan.FromMinutes(1);
    private readonly NumbersReader _numbers;
    private readonly RuleNumbers _rules;
    private readonly TimeProvider _time;
    private readonly ILogger<MeasureDesk> _logger;
    private volatile DeskNumbers? _last;
    private volatile IReadOnlyDictionary<string, RuleNumber> _lastOfRules = new Dictionary<string, RuleNumber>();

    public MeasureDesk(NumbersReader numbers, RuleNumbers rules, IMeterFactory meters, TimeProvider time, ILogger<MeasureDesk> logger)
    {
        (_numbers, _rules, _time, _logger) = (numbers, rules, time, logger);
        var meter = meters.Create("Moderation.Dashboard");
        Gauge("moderation.desk.waiting", "{comment}", "Comments that wait for a moderator.", numbers => numbers.Waiting);
        Gauge("moderation.desk.oldest_wait", "s", "How long the oldest of them waits; 0 when none does.", numbers => numbers.OldestWait?.TotalSeconds ?? 0);
        Gauge("moderation.desk.decided_hour", "{comment}", "Comments that moderators decided in this hour and the one before.", numbers => numbers.DecidedLastHour);
        Gauge("moderation.desk.time_to_decide", "s", "Median from held to decided, over seven days.", numbers => numbers.MedianTimeToDecide?.TotalSeconds);
        Gauge("moderation.desk.overturned", "1", "Share of the approvals of 30 days that were taken back.", numbers => numbers.Approvals == 0 ? null : (double)numbers.Overturned / numbers.Approvals);
        meter.CreateObservableGauge(
            "moderation.rule.hits_day",
            () => _lastOfRules.Select(rule => new Measurement<long>(rule.Value.Day, new KeyValuePair<string, object?>("rule", rule.Key))),
            "{comment}",
            "Comments of the last 24 hours in which a rule counted.");

        void Gauge(string name, string unit, string description, Func<DeskNumbers, double?> read) => meter.CreateObservableGauge(
            name, () => _last is { } last && read(last) is { } value ? [new Measurement<double>(value)] : Array.Empty<Measurement<double>>(), unit, description);
    }

    /// <summary>Counts what the metrics tell until the next time.</summary>
    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        _last = await _numbers.CountAsync(SiteScope.All, cancellationToken);
        _lastOfRules = await _rules.CountAsync(SiteScope.All, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause, _time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await MeasureAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Old figures would look like a desk at rest.
                _last = null;
                _logger.LogWarning("The desk's numbers cannot be counted: {Reason}", exception.Message);
            }
        }
    }
}
