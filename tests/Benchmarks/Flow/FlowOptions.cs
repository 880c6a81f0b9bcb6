using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace Moderation.Benchmarks.Flow;

internal sealed class FlowOptions
{
    [Range(1, 1_000_000)]
    public int Comments { get; init; } = 10_000;

    [Range(1, 1_000)]
    public int Connections { get; init; } = 32;

    /// <summary>Comments a second; 0 is as fast as the connections allow.</summary>
    [Range(0, 100_000)]
    public int Rate { get; init; }

    /// <summary>Worker processes.</summary>
    [Range(1, 16)]
    public int Workers { get; init; } = 1;

    /// <summary>Comments posted before anything is measured.</summary>
    [Range(1, 1_000_000)]
    public int Warmup { get; init; } = 10_000;

    /// <exception cref="ValidationException">A value makes no sense.</exception>
    /// <exception cref="InvalidOperationException">A value is not a number, or there is no such option.</exception>
    public static FlowOptions Parse(string[] args)
    {
        var options = new ConfigurationBuilder().AddCommandLine(args).Build()
            .Get<FlowOptions>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new FlowOptions();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        return options;
    }
}
