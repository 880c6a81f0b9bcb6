using Moderation.Worker.Facts;

namespace Moderation.Worker.Tests.Setup;

internal static class SomeLimits
{
    /// <summary>What has a rate, by name: a test's arguments are public, and the dimensions are not.</summary>
    public static TheoryData<string> Dimensions { get; } =
        [nameof(RateDimensions.Address), nameof(RateDimensions.Network), nameof(RateDimensions.Email), nameof(RateDimensions.Page), nameof(RateDimensions.Site)];

    /// <summary>One rate for every dimension.</summary>
    public static Limits Of(Rate rate) => new()
    {
        Rates = Enum.GetValues<RateDimensions>().Where(dimension => dimension is not RateDimensions.None).ToDictionary(dimension => dimension, _ => rate),
        RepeatWindow = TimeSpan.FromHours(24),
        ShortestRepeat = 12,
    };
}
