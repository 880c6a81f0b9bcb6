using StackExchange.Redis;

namespace Moderation.Worker.Facts;

/// <summary>Names of what the worker keeps. The <c>{site}</c> hash tag puts all keys of a site on one node, as scripts need them.</summary>
internal static class RedisKeys
{
    public static RedisKey Facts(string site, Guid comment) => $"moderation:{{{site}}}:facts:{comment:N}";

    public static RedisKey Outcome(string site, Guid comment) => $"moderation:{{{site}}}:outcome:{comment:N}";

    public static RedisKey Rate(string site, RateDimensions dimension, string key) => dimension switch
    {
        RateDimensions.Address => $"moderation:{{{site}}}:rate:address:{key}",
        RateDimensions.Network => $"moderation:{{{site}}}:rate:network:{key}",
        RateDimensions.Email => $"moderation:{{{site}}}:rate:author:{key}",
        RateDimensions.Page => $"moderation:{{{site}}}:rate:page:{key}",
        RateDimensions.Site => $"moderation:{{{site}}}:rate:site:{key}",
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "A key belongs to one dimension."),
    };

    public static RedisKey Text(string site, string? text) => $"moderation:{{{site}}}:text:{text}";

    public static RedisKey NearText(string site, string key) => $"moderation:{{{site}}}:near:{key}";

    public static RedisKey Author(string site, string? author) => $"moderation:{{{site}}}:author:{author}";
}
