using Moderation.Hosting;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Moderation.Worker.Rules;

/// <summary>rules.yaml: the bands, and the settings of each rule.</summary>
internal sealed class RuleFile
{
    private readonly Settings _top;
    private readonly Settings _rules;

    private RuleFile(Settings top)
    {
        _top = top;
        _rules = top.Section("rules");
        Bands = top.Section("bands");
    }

    public Settings Bands { get; }

    /// <exception cref="InvalidConfigurationException">It is not YAML, or not a map.</exception>
    public static RuleFile Parse(RuleText file)
    {
        var parser = new Parser(new StringReader(file.Text));
        try
        {
            var yaml = new YamlStream();
            yaml.Load(parser);
            return yaml.Documents is [{ RootNode: YamlMappingNode root }]
                ? new RuleFile(new Settings(file.Path, "the file", root))
                : throw new InvalidConfigurationException($"{file.Path}, line 1: the file must be a map with 'bands' and 'rules'.");
        }
        catch (YamlException exception)
        {
            throw new InvalidConfigurationException($"{file.Path}, line {exception.Start.Line}: {exception.Message}");
        }
        catch (InvalidOperationException)
        {
            // What the parser throws at some unfinished brackets.
            throw new InvalidConfigurationException($"{file.Path}, line {parser.Current?.Start.Line ?? 1}: this is not YAML from here on.");
        }
    }

    public Settings Rule(string name) => _rules.Section(name);

    /// <summary>A misspelt setting must not be ignored silently.</summary>
    public void RefuseWhatNobodyRead() => _top.RefuseWhatNobodyRead();
}
