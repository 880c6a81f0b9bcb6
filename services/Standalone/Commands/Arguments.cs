using System.Globalization;

namespace Moderation.Standalone.Commands;

/// <summary>What follows the name of a command: options with a value, flags without, and at most one file.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _flags = new(StringComparer.Ordinal);

    /// <summary>Null when none is named.</summary>
    public string? File { get; private set; }

    /// <summary>The value of an option; null when it is not given.</summary>
    public string? this[string option] => _values.GetValueOrDefault(option);

    /// <param name="args">As the program got them: <c>--option value</c> or <c>--option=value</c>.</param>
    /// <param name="options">The names of options that take a value.</param>
    /// <param name="flags">The names of options that take none.</param>
    /// <param name="takesFile">Whether a file may be named.</param>
    /// <exception cref="WrongUsageException">There is something else among them.</exception>
    public static Arguments Parse(string[] args, string[] options, string[]? flags = null, bool takesFile = false)
    {
        var arguments = new Arguments();
        for (var at = 0; at < args.Length; at++)
        {
            if (!args[at].StartsWith("--", StringComparison.Ordinal))
            {
                arguments.AddFile(args[at], takesFile);
                continue;
            }

            var parts = args[at][2..].Split('=', 2);
            if (flags?.Contains(parts[0]) is true && parts.Length == 1)
            {
                arguments._flags.Add(parts[0]);
            }
            else if (options.Contains(parts[0]))
            {
                var value = parts.Length == 2 ? parts[1] : ++at < args.Length ? args[at] : "";
                arguments.AddValue(parts[0], value);
            }
            else
            {
                throw new WrongUsageException($"There is no option '{args[at]}' here.");
            }
        }

        return arguments;
    }

    public bool Has(string flag) => _flags.Contains(flag);

    /// <summary>A whole number, 0 or more.</summary>
    /// <exception cref="WrongUsageException">It is none.</exception>
    public int Count(string option, int usual) => this[option] is not { } value ? usual
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count
        : throw new WrongUsageException($"--{option} takes a whole number, 0 or more, not '{value}'.");

    /// <summary>A share, above 0 and below 1.</summary>
    /// <exception cref="WrongUsageException">It is none.</exception>
    public double Share(string option, double usual) => this[option] is not { } value ? usual
        : double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is > 0 and < 1 ? share
        : throw new WrongUsageException($"--{option} takes a share between 0 and 1, such as 0.02, not '{value}'.");

    /// <summary>An absolute address.</summary>
    /// <exception cref="WrongUsageException">It is none.</exception>
    public Uri Address(string option, string usual) => Uri.TryCreate(this[option] ?? usual, UriKind.Absolute, out var address)
        ? address
        : throw new WrongUsageException($"--{option} takes an address such as {usual}, not '{this[option]}'.");

    private void AddFile(string file, bool takesFile) =>
        File = takesFile && File is null ? file : throw new WrongUsageException($"'{file}' is one argument too many.");

    private void AddValue(string option, string value)
    {
        if (value.Length == 0)
        {
            throw new WrongUsageException($"--{option} needs a value.");
        }

        if (!_values.TryAdd(option, value))
        {
            throw new WrongUsageException($"--{option} is given twice.");
        }
    }
}
