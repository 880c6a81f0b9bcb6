using StackExchange.Redis;

namespace Moderation.Hosting.Models;

/// <summary>
/// How the learner leaves the model of a site in Redis, and workers and desks find it there: a hash a site, with the model as it is stored, its
/// version, and a report. On <see cref="Channel"/> the learner tells the id of a site whose model is another.
/// </summary>
public static class SharedModels
{
    /// <summary>The field with the number of the version: it only ever rises.</summary>
    public const string Version = "version";

    /// <summary>The field with the model's bytes.</summary>
    public const string Model = "model";

    /// <summary>The field with a <see cref="LearningReport"/> as JSON.</summary>
    public const string Report = "report";

    public const string Channel = "moderation:models";

    /// <summary>The <c>{site}</c> hash tag puts all keys of a site on one node.</summary>
    public static string Key(string site) => $"moderation:{{{site}}}:model";

    /// <summary>Whether Redis says that something else than a hash stands in the place of a site's.</summary>
    public static bool IsOfAnotherKind(RedisServerException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);

        return exception.Message.StartsWith("WRONGTYPE", StringComparison.Ordinal);
    }
}
