using StackExchange.Redis;

namespace Moderation.Worker.Facts;

/// <summary>Names of what the worker keeps. The <c>{site}</c> hash tag puts all keys of a site on one node, as scripts need them.</summary>
internal static class RedisKeys
{
    public static RedisKey Facts(string site, Guid comment) => $"moderation:{{{site}}}:facts:{comment:N}";

    public static RedisKey Outcome(string site, Guid comment) => $"moderation:{{{site}}}:outcome:{comment:N}";

    public static RedisKey AddressRate(string site, string? address) => $"moderation:{{{site}}}:rate:address:{address}";

    public static RedisKey AuthorRate(string site, string? author) => $"moderation:{{{site}}}:rate:author:{author}";

    public static RedisKey Text(string site, string? text) => $"moderation:{{{site}}}:text:{text}";

    public static RedisKey Author(string site, string? author) => $"moderation:{{{site}}}:author:{author}";
}
