namespace Moderation.Worker.Facts;

/// <summary>What comments are counted by to tell whether they come too fast. The numbers are stored with the facts of a comment.</summary>
[Flags]
internal enum RateDimensions
{
    None = 0,

    /// <summary>An IPv4 address, or the IPv6 /64 that a subscriber is given.</summary>
    Address = 1,

    /// <summary>An IPv6 /48, which one customer may fill with 65,536 subscribers' networks.</summary>
    Network = 2,

    /// <summary>The author's mailbox.</summary>
    Email = 4,

    /// <summary>All comments on one page.</summary>
    Page = 8,

    /// <summary>All comments of the site.</summary>
    Site = 16,
}
