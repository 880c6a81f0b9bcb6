using System.Diagnostics.CodeAnalysis;
using Moderation.Hosting;
using YamlDotNet.RepresentationModel;

namespace Moderation.Worker.Rules.Loading;

/// <summary>A map of a rule file. What is missing or wrong is told with file and line.</summary>
/// <param name="file">As the operator knows it.</param>
/// <param name="name">What sentences call it.</param>
/// <param name="map">What stands there.</param>
/// <param name="below">Where to look for what it does not say: the shared rule below a site's own.</param>
internal sealed class Settings(string file, string name, YamlMappingNode map, Settings? below = null)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>Its own values, in their order.</summary>
    public IEnumerable<Setting> Own => map.Children.Select(entry => new Setting(file, entry.Key.ToString(), entry.Value));

    public bool TryGet(string key, [NotNullWhen(true)] out Setting? setting)
    {
        _read.Add(key);
        if (map.Children.TryGetValue(key, out var node))
        {
            setting = new Setting(file, key, node);
            return true;
        }

        setting = null;
        return below?.TryGet(key, out setting) ?? false;
    }

    /// <summary>Only what this map says itself.</summary>
    public bool TryGetOwn(string key, [NotNullWhen(true)] out Setting? setting)
    {
        setting = map.Children.ContainsKey(key) && TryGet(key, out var found) ? found : null;
        return setting is not null;
    }

    public Setting Get(string key) => TryGet(key, out var setting) ? setting : throw Wrong($"{name} needs '{key}'");

    /// <summary>These settings, and where they say nothing those of another map.</summary>
    public Settings Over(Settings other) => new(file, name, map, other);

    /// <summary>A misspelt key must not be ignored silently.</summary>
    public void RefuseWhatNobodyRead()
    {
        foreach (var (key, _) in map)
        {
            if (!_read.Contains(key.ToString()))
            {
                throw new Setting(file, "", key).Wrong($"nothing is called '{key}' here");
            }
        }
    }

    public InvalidConfigurationException Wrong(string what) => new Setting(file, name, map).Wrong(what);
}
