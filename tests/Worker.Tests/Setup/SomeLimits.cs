using Moderation.Worker.Facts;

namespace Moderation.Worker.Tests.Setup;

internal static class SomeLimits
{
    /// <summary>One rate for every dimension.</summary>
    public static Limits Of(Rate rate) => new()
    {
        Rates = Enum.GetValues<RateDimensions>().Where(dimension => dimension is not RateDimensions.None).ToDictionary(dimension => dimension, _ => rate),
        RepeatWindow = TimeSpan.FromHours(24),
        ShortestRepeat = 12,
    };
}
