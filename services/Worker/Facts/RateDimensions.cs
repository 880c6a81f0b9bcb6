namespace Moderation.Worker.Facts;

/// <summary>What comments are counted by.</summary>
[Flags]
internal enum RateDimensions
{
    None = 0,
    Address = 1,
    Network = 2,
    Email = 4,
    Page = 8,
    Site = 16,
}
