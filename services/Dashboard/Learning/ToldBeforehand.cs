using Moderation.Dashboard.SignIn;
using Moderation.Hosting.Models;
using Moderation.Hosting.Sites;
using StackExchange.Redis;

namespace Moderation.Dashboard.Learning;

/// <summary>How many of the last decisions the models told beforehand, on all sites of somebody together.</summary>
internal sealed class ToldBeforehand(LearningReports reports, SiteList sites)
{
    /// <returns>Without precision and recall; null when there is nothing to tell, or Redis does not answer.</returns>
    public async Task<PredictionReport?> OnAsync(SiteScope scope)
    {
        try
        {
            var all = await Task.WhenAll(sites.All.Where(site => scope.Covers(site.Id)).Select(site => reports.ReadAsync(site.Id)));
            var told = all.OfType<LearningReport>().SelectMany(report => report.Heads).Select(head => head.Predictions).ToList();
            var decisions = told.Sum(head => head.Decisions);
            return decisions == 0 ? null : new PredictionReport(decisions, told.Sum(head => head.Accuracy * head.Decisions) / decisions, null, null);
        }
        catch (Exception exception) when (exception is RedisException or RedisTimeoutException)
        {
            return null;
        }
    }
}
