using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace Moderation.Benchmarks.Quality;

internal sealed class QualityOptions
{
    /// <summary>In JSON lines, as <see cref="LabelledText"/> reads them.</summary>
    [MinLength(1, ErrorMessage = "Name at least one file of labelled texts.")]
    public string[] Files { get; private set; } = [];

    /// <summary>How many matches are shown with their text, picked at random.</summary>
    [Range(0, 100_000)]
    public int Examples { get; init; }

    /// <summary>Another number picks other examples.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Only examples from rows of this label.</summary>
    public string? Label { get; init; }

    /// <exception cref="ValidationException">No file is named, or a value makes no sense.</exception>
    /// <exception cref="InvalidOperationException">A value is not a number, or there is no such option.</exception>
    public static QualityOptions Parse(string[] args)
    {
        string[] files = [.. args.TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal))];
        var options = new ConfigurationBuilder().AddCommandLine(args[files.Length..]).Build()
            .Get<QualityOptions>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new QualityOptions();
        options.Files = files;
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        return options;
    }
}
