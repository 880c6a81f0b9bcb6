using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace Moderation.Benchmarks.Desk;

internal sealed class DeskOptions
{
    /// <summary>On file.</summary>
    [Range(1_000, 10_000_000)]
    public int Cases { get; init; } = 200_000;

    /// <summary>What share of them waits.</summary>
    [Range(0.001, 0.9)]
    public double Held { get; init; } = 0.4;

    /// <summary>Of each thing measured.</summary>
    [Range(5, 1_000)]
    public int Times { get; init; } = 50;

    /// <summary>postgres or sqlite.</summary>
    [RegularExpression("postgres|sqlite")]
    public string Store { get; init; } = "postgres";

    /// <summary>Where the query plans are written to; PostgreSQL only.</summary>
    public string Plans { get; init; } = "desk-plans.txt";

    /// <exception cref="ValidationException">A value makes no sense.</exception>
    /// <exception cref="InvalidOperationException">A value is not a number, or there is no such option.</exception>
    public static DeskOptions Parse(string[] args)
    {
        var options = new ConfigurationBuilder().AddCommandLine(args).Build()
            .Get<DeskOptions>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new DeskOptions();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        return options;
    }
}
