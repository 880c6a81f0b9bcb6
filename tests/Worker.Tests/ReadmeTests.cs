using System.Text.RegularExpressions;
using Moderation.Worker.Rules;

namespace Moderation.Worker.Tests;

/// <summary>What the README of the rules shows must work.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string _seeds = Path.Combine(AppContext.BaseDirectory, "seeds");
    private static readonly string _readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rules", "README.md"));

    public static TheoryData<string> Blocks => [.. Yaml().Matches(_readme).Select(match => match.Groups[1].Value)];

    [Fact]
    public void There_are_ten_worked_examples_and_the_first_of_all() => Assert.Equal(11, Blocks.Count);

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Every_example_can_stand_beside_the_rules_that_ship(string block)
    {
        var directory = Directory.CreateTempSubdirectory("readme-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(_seeds, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(directory, Path.GetRelativePath(_seeds, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            var isSite = block.StartsWith("# rules/sites/demo.yaml", StringComparison.Ordinal);
            Directory.CreateDirectory(Path.Combine(directory, "rules", "sites"));
            File.WriteAllText(Path.Combine(directory, "rules", isSite ? "sites/demo.yaml" : "zz-example.yaml"), block);
            var before = Ruleset.Read(_seeds).For("demo");

            var after = Ruleset.Read(directory).For("demo");

            Assert.NotEqual(before.Hash, after.Hash);
            Assert.Equal(before.Rules.Count + (isSite ? 0 : 1), after.Rules.Count);
            Assert.True(isSite || (block.Contains("match:", StringComparison.Ordinal) && block.Contains("pass:", StringComparison.Ordinal)));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public void Every_condition_stands_in_the_table()
    {
        var table = string.Join('\n', _readme.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)));

        Assert.All(All.Conditions.Keys, name => Assert.Matches($@"`{Regex.Escape(name)}[:`]|`{Regex.Escape(name)}: ", table));
    }

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();
}
