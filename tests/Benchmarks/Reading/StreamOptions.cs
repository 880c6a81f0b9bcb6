using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace Moderation.Benchmarks.Reading;

internal sealed class StreamOptions
{
    /// <summary>Of one page.</summary>
    [Range(1, 100_000)]
    public int Readers { get; init; } = 5_000;

    /// <summary>Sent one after the other.</summary>
    [Range(1, 1_000)]
    public int Decisions { get; init; } = 20;

    /// <exception cref="ValidationException">A value makes no sense.</exception>
    /// <exception cref="InvalidOperationException">A value is not a number, or there is no such option.</exception>
    public static StreamOptions Parse(string[] args)
    {
        var options = new ConfigurationBuilder().AddCommandLine(args).Build()
            .Get<StreamOptions>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new StreamOptions();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        return options;
    }
}
