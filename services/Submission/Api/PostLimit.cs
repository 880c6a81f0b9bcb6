using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Moderation.Submission.Api;

/// <summary>How fast one address may post without the site's secret. Workers judge finer; this protects the intake.</summary>
internal sealed class PostLimit(IOptions<SubmissionOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(
        address => RateLimitPartition.GetTokenBucketLimiter(address, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Value.PostsPerMinute,
            TokensPerPeriod = options.Value.PostsPerMinute,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }));

    /// <summary>Null when one more post may pass; else how long to wait.</summary>
    public TimeSpan? Delay(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(address ?? IPAddress.None);
        if (lease.IsAcquired)
        {
            return null;
        }

        return lease.TryGetMetadata(MetadataName.RetryAfter, out var delay) ? delay : TimeSpan.FromMinutes(1);
    }

    public void Dispose() => _limiter.Dispose();
}
