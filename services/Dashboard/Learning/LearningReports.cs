using System.Text.Json;
using Microsoft.Extensions.Logging;
using Moderation.Hosting.Models;
using StackExchange.Redis;

namespace Moderation.Dashboard.Learning;

/// <summary>The reports that the learner leaves in Redis.</summary>
internal sealed class LearningReports(IConnectionMultiplexer redis, ILogger<LearningReports> logger)
{
    /// <returns>Null when there is none that can be read.</returns>
    /// <exception cref="RedisException">Redis does not answer.</exception>
    /// <exception cref="RedisTimeoutException">Redis does not answer in time.</exception>
    public async Task<LearningReport?> ReadAsync(string site)
    {
        var json = await redis.GetDatabase().HashGetAsync(SharedModels.Key(site), SharedModels.Report);
        if (json.IsNullOrEmpty)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<LearningReport>((string)json!, JsonSerializerOptions.Web);
        }
        catch (JsonException exception)
        {
            logger.LogWarning("The report on what is learned of {Site} cannot be read: {Reason}", site, exception.Message);
            return null;
        }
    }
}
