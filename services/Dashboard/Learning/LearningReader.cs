using System.Data.Common;
using StackExchange.Redis;

namespace Moderation.Dashboard.Learning;

/// <summary>Puts together what the learner says of a site and what it was asked for.</summary>
internal sealed class LearningReader(LearningReports reports, LearningRequests requests, TaughtLately taught, TimeProvider time)
{
    /// <exception cref="RedisException">Redis does not answer.</exception>
    /// <exception cref="RedisTimeoutException">Redis does not answer in time.</exception>
    /// <exception cref="DbException">The database does not answer.</exception>
    public async Task<SiteLearning> ReadAsync(string site, CancellationToken cancellationToken)
    {
        var report = await reports.ReadAsync(site);
        var asked = await requests.LatestAsync(site, cancellationToken);
        var waiting = asked.Where(request => report is null || !(request.IsIn(report) || request.IsPassed(report))).ToList();
        var since = await taught.SinceAsync(site);
        return new SiteLearning
        {
            Report = report,
            Waiting = waiting,
            IsSilent = waiting.Exists(request => request.IsLate(time.GetUtcNow())) || (since is { } then && (report is null || then > report.At)),
        };
    }
}
