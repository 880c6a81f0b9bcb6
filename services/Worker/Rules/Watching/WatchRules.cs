using Microsoft.Extensions.Hosting;

namespace Moderation.Worker.Rules.Watching;

/// <summary>Looks at the rule files every two seconds: notices do not come through every kind of mount, looking does.</summary>
internal sealed class WatchRules(RulesetSource rules, TimeProvider time) : BackgroundService
{
    internal static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            rules.Look();
        }
    }
}
