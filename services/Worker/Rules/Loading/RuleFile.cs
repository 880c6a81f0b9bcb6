using Moderation.Hosting;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Moderation.Worker.Rules.Loading;

/// <summary>One parsed rule file.</summary>
internal static class RuleFile
{
    /// <returns>Null for a file of notes only.</returns>
    /// <exception cref="InvalidConfigurationException">It is not YAML, or not a map.</exception>
    public static Settings? Parse(RuleText file)
    {
        var parser = new Parser(new StringReader(file.Text));
        try
        {
            var yaml = new YamlStream();
            yaml.Load(parser);
            return yaml.Documents switch
            {
                [] => null,
                [{ RootNode: YamlMappingNode root }] => new Settings(file.Path, "the file", root),
                _ => throw new InvalidConfigurationException($"{file.Path}, line 1: the file must be a map with 'rules'."),
            };
        }
        catch (YamlException exception)
        {
            throw new InvalidConfigurationException($"{file.Path}, line {exception.Start.Line}: {exception.Message.TrimEnd('.')}.");
        }
        catch (InvalidOperationException)
        {
            // What the parser throws at some unfinished brackets.
            throw new InvalidConfigurationException($"{file.Path}, line {parser.Current?.Start.Line ?? 1}: this is not YAML from here on.");
        }
    }
}
