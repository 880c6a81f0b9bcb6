using Moderation.Hosting;
using Moderation.Text.Phrases;
using Moderation.Worker.Rules.Loading;

namespace Moderation.Worker.Rules.Words;

/// <summary>A file of words, <c>&lt;list&gt;.&lt;language&gt;.txt</c>: <c>entry | severity | label label</c> a line; severity and labels may be left out, <c>#</c> begins a note.</summary>
/// <param name="Name">The list it belongs to; a list has any number of files.</param>
/// <param name="Entries">In the order of the file.</param>
internal sealed record WordList(string Name, IReadOnlyList<WordEntry> Entries)
{
    /// <summary>The list whose every entry is innocent.</summary>
    public const string Innocent = "innocent";

    public static readonly IReadOnlyList<string> Languages = ["en", "hi", "hi-Latn"];

    /// <exception cref="InvalidConfigurationException">The name or a line is wrong.</exception>
    public static WordList Parse(RuleText file)
    {
        var parts = Path.GetFileName(file.Name).Split('.');
        if (parts is not [{ Length: > 0 } name, var language, "txt"] || !Languages.Contains(language))
        {
            throw new InvalidConfigurationException($"{file.Path}: a word list is called <list>.<language>.txt, and its language is en, hi or hi-Latn.");
        }

        var entries = file.Text.Split('\n').Select((line, index) => (Text: line.Trim(), Number: index + 1))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
            .Select(line => Entry(line.Text, language, fault => new InvalidConfigurationException($"{file.Path}, line {line.Number}: {fault}.")))
            .Select(entry => name == Innocent ? entry with { IsInnocent = true } : entry);
        return new WordList(name, [.. entries]);
    }

    /// <param name="line"><c>entry | severity | label label</c>.</param>
    /// <param name="language">The entry's.</param>
    /// <param name="wrong">Makes of a fault what is thrown.</param>
    public static WordEntry Entry(string line, string language, Func<string, InvalidConfigurationException> wrong)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        if (parts.Length > 3)
        {
            throw wrong("there are more than three parts; write 'entry | severity | labels'");
        }

        if (Phrase.FaultOf(parts[0]) is { } fault)
        {
            throw wrong(fault);
        }

        var severity = parts.ElementAtOrDefault(1) is { Length: > 0 } written ? written : "strong";
        var isInnocent = severity == "allow";
        if (!Severities.ByName.TryGetValue(isInnocent ? "strong" : severity, out var known))
        {
            throw wrong($"'{severity}' is not a severity; write mild, strong, severe or allow");
        }

        return new WordEntry(parts[0], language, known, LabelsOf(parts.ElementAtOrDefault(2), wrong), isInnocent);
    }

    private static string[] LabelsOf(string? text, Func<string, InvalidConfigurationException> wrong)
    {
        var labels = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return labels.FirstOrDefault(label => !Contracts.Labels.All.Contains(label)) is { } unknown
            ? throw wrong($"'{unknown}' is not a label; the labels are {string.Join(", ", Contracts.Labels.All)}")
            : labels;
    }
}
