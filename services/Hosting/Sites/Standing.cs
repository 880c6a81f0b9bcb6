namespace Moderation.Hosting.Sites;

/// <summary>What moderators decided about an author, or about a range of network addresses, for all comments to come.</summary>
public enum Standing
{
    None,
    Trusted,
    Held,
    Blocked,
}
