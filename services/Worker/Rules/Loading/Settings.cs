using System.Globalization;
using Moderation.Hosting;
using YamlDotNet.RepresentationModel;

namespace Moderation.Worker.Rules;

/// <summary>A map of rules.yaml. What is missing or wrong is told with file and line.</summary>
internal sealed class Settings(string file, string name, YamlMappingNode map)
{
    private readonly Dictionary<string, Settings?> _read = new(StringComparer.Ordinal);

    public Settings Section(string key)
    {
        var node = Node(key);
        if (_read[key] is { } known)
        {
            return known;
        }

        var section = node is YamlMappingNode inner
            ? new Settings(file, $"'{key}'", inner)
            : throw Wrong($"'{key}' must be a map", node);
        _read[key] = section;
        return section;
    }

    /// <summary>Any finite number.</summary>
    public double Number(string key) =>
        double.TryParse(Text(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Wrong($"'{key}' must be a number", Node(key));

    /// <summary>A whole number, 0 or more.</summary>
    public int Count(string key) =>
        int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw Wrong($"'{key}' must be a whole number, 0 or more", Node(key));

    /// <summary>A whole number, 1 or more.</summary>
    public int Positive(string key) =>
        Count(key) is > 0 and var count ? count : throw Wrong($"'{key}' must be 1 or more", Node(key));

    /// <summary>Such as <c>10s</c>, <c>5m</c>, <c>24h</c>, <c>7d</c>.</summary>
    public TimeSpan Duration(string key) =>
        Durations.TryParse(Text(key), out var duration) ? duration : throw Wrong($"'{key}' must be a time such as 10s, 5m, 24h or 7d", Node(key));

    public void RefuseWhatNobodyRead()
    {
        foreach (var (key, _) in map)
        {
            if (!_read.TryGetValue(key.ToString(), out var section))
            {
                throw Wrong($"nothing is called '{key}' here", key);
            }

            section?.RefuseWhatNobodyRead();
        }
    }

    public InvalidConfigurationException Wrong(string what) => Wrong(what, map);

    private InvalidConfigurationException Wrong(string what, YamlNode at) => new($"{file}, line {at.Start.Line}: {what}.");

    private string Text(string key) => Node(key) is YamlScalarNode { Value: { } value } ? value : "";

    private YamlNode Node(string key)
    {
        if (!map.Children.TryGetValue(key, out var node))
        {
            throw Wrong($"{name} needs '{key}'");
        }

        _read.TryAdd(key, null);
        return node;
    }
}
