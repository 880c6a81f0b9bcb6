using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace Moderation.Benchmarks.Reading;

internal sealed class ReadOptions
{
    /// <summary>On the page.</summary>
    [Range(1, 200)]
    public int Comments { get; init; } = 50;

    [Range(1, 1_000)]
    public int Connections { get; init; } = 64;

    /// <summary>For each row of the table.</summary>
    [Range(1, 600)]
    public int Seconds { get; init; } = 10;

    /// <summary>What is accepted: br, gzip or identity.</summary>
    [RegularExpression("br|gzip|identity")]
    public string Encoding { get; init; } = "br";

    /// <exception cref="ValidationException">A value makes no sense.</exception>
    /// <exception cref="InvalidOperationException">A value is not a number, or there is no such option.</exception>
    public static ReadOptions Parse(string[] args)
    {
        var options = new ConfigurationBuilder().AddCommandLine(args).Build()
            .Get<ReadOptions>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new ReadOptions();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        return options;
    }
}
