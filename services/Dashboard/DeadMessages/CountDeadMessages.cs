using System.Data.Common;
using System.Diagnostics.Metrics;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moderation.Hosting;

namespace Moderation.Dashboard.DeadMessages;

/// <summary>The metric <c>moderation.dead_messages</c>: how many wait, by queue. Every dashboard tells the same number.</summary>
internal sealed class CountDeadMessages : IHostedService
{
    private readonly DbDataSource _database;

    public CountDeadMessages([FromKeyedServices(DashboardModule.Name)] DbDataSource database, IMeterFactory meters)
    {
        _database = database;
        meters.Create("Moderation.Dashboard").CreateObservableGauge("moderation.dead_messages", Count, "{message}", "Dead messages that wait for an admin, by queue.");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private List<Measurement<long>> Count()
    {
        try
        {
            using var connection = _database.OpenConnection();
            return [.. connection.Query<(string Queue, long Count)>("SELECT queue, count(*) FROM dead_messages WHERE state = 'waiting' GROUP BY queue")
                .Select(row => new Measurement<long>(row.Count, new KeyValuePair<string, object?>("queue", row.Queue)))];
        }
        catch (DbException exception) when (Outage.Is(exception))
        {
            return [];
        }
    }
}
