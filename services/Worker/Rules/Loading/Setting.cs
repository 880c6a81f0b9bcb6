using System.Globalization;
using Moderation.Hosting;
using YamlDotNet.RepresentationModel;

namespace Moderation.Worker.Rules.Loading;

/// <summary>A value of a rule file, of whatever kind. What is wrong with it is told with file and line.</summary>
/// <param name="file">As the operator knows it.</param>
/// <param name="name">The key it stands under.</param>
/// <param name="node">What stands there.</param>
internal sealed class Setting(string file, string name, YamlNode node)
{
    public string Name => name;

    public bool IsText => node is YamlScalarNode;

    public bool IsList => node is YamlSequenceNode;

    public bool IsMap => node is YamlMappingNode;

    /// <summary>Any text; an empty one for a list or a map.</summary>
    public string Written => node is YamlScalarNode { Value: { } value } ? value : "";

    public string Text() => Written is { Length: > 0 } text ? text : throw Wrong($"'{name}' must be a text");

    /// <summary>Any finite number.</summary>
    public double Number() =>
        double.TryParse(Written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Wrong($"'{name}' must be a number");

    /// <summary>A whole number, 0 or more.</summary>
    public int Count() =>
        int.TryParse(Written, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw Wrong($"'{name}' must be a whole number, 0 or more");

    /// <summary>A whole number, 1 or more.</summary>
    public int Positive() => Count() is > 0 and var count ? count : throw Wrong($"'{name}' must be 1 or more");

    /// <summary>Such as <c>100ms</c>, <c>10s</c>, <c>5m</c>, <c>24h</c>, <c>7d</c>.</summary>
    public TimeSpan Duration() =>
        Durations.TryParse(Written, out var duration) ? duration : throw Wrong($"'{name}' must be a time such as 100ms, 10s, 5m, 24h or 7d");

    /// <summary>A number from 0 to 1.</summary>
    public double Probability() => Number() is >= 0 and <= 1 and var number ? number : throw Wrong($"'{name}' must be a number from 0 to 1");

    public bool Flag() => Written switch
    {
        "true" => true,
        "false" => false,
        _ => throw Wrong($"'{name}' must be true or false"),
    };

    /// <summary>Such as <c>&gt; 2</c>, <c>&lt;= 5</c>, <c>3</c> or <c>&gt; 70%</c>.</summary>
    public Comparison Comparison() =>
        Rules.Comparison.TryParse(Written, out var comparison)
            ? comparison
            : throw Wrong($"'{name}' must be a number or a comparison such as \"> 2\", \"<= 5\" or \"> 70%\"");

    /// <summary>The members of a list; a single value is a list of one.</summary>
    public IReadOnlyList<Setting> Items() =>
        node is YamlSequenceNode list ? [.. list.Children.Select(child => new Setting(file, name, child))] : [this];

    /// <summary>The texts of a list, or a single one.</summary>
    public IReadOnlyList<string> Texts() => [.. Items().Select(item => item.Text())];

    /// <param name="called">What sentences call it; the key when left out.</param>
    public Settings Map(string? called = null) =>
        node is YamlMappingNode map ? new Settings(file, called ?? $"'{name}'", map) : throw Wrong($"'{name}' must be a map");

    public InvalidConfigurationException Wrong(string what) => new($"{file}, line {node.Start.Line}: {what}.");

    /// <summary>For what needs a text of several values: one of a known few.</summary>
    /// <param name="known">The known ones.</param>
    /// <param name="noun">What sentences call one; the key when left out.</param>
    public T OneOf<T>(IReadOnlyDictionary<string, T> known, string? noun = null) =>
        known.TryGetValue(Written, out var value) ? value : throw Wrong($"'{Written}' is no {noun ?? name}; write {string.Join(", ", known.Keys)}");
}
