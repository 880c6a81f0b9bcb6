namespace Moderation.Contracts;

/// <summary>
/// Where the desk puts its changes of the rules in Redis, and workers look for them: a hash with the two fields below. It is there from
/// the desk's first start on, even when nothing was ever changed: a worker that finds none does not know what is in force.
/// </summary>
public static class RulesInForce
{
    public const string Key = "moderation:rules";

    /// <summary>Differs whenever the document does.</summary>
    public const string Stamp = "stamp";

    /// <summary>A <see cref="RulesOverlay"/> as JSON with camel-case names.</summary>
    public const string Document = "overlay";

    /// <summary>The channel on which the new stamp is told.</summary>
    public const string Channel = "moderation:rules";
}
