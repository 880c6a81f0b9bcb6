namespace Moderation.Worker.Facts;

/// <summary>One rate that a comment is counted by.</summary>
/// <param name="Dimension">A single dimension.</param>
/// <param name="Key">Whose comments they are, within the site and the dimension.</param>
/// <param name="Rate">How fast they may come.</param>
internal sealed record RateKey(RateDimensions Dimension, string Key, Rate Rate);
