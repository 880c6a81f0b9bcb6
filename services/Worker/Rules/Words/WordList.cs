using Moderation.Hosting;

namespace Moderation.Worker.Rules;

/// <summary>A file of words: <c>entry | severity | label label</c> a line; severity and labels may be left out, <c>#</c> begins a comment line.</summary>
internal static class WordList
{
    /// <exception cref="InvalidConfigurationException">A line is wrong.</exception>
    public static IEnumerable<WordEntry> Parse(RuleText file) =>
        file.Text.Split('\n').Select((line, index) => (Text: line.Trim(), Number: index + 1))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
            .Select(line => Entry(line.Text, $"{file.Path}, line {line.Number}"));

    private static WordEntry Entry(string line, string place)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        if (parts.Length > 3)
        {
            throw new InvalidConfigurationException($"{place}: there are more than three parts; write 'entry | severity | labels'.");
        }

        if (!parts[0].Any(char.IsLetterOrDigit))
        {
            throw new InvalidConfigurationException($"{place}: the entry has no letters.");
        }

        return new WordEntry(parts[0], SeverityOf(parts.ElementAtOrDefault(1), place), LabelsOf(parts.ElementAtOrDefault(2), place));
    }

    private static Severity SeverityOf(string? text, string place) => text switch
    {
        null or "" or "strong" => Severity.Strong,
        "mild" => Severity.Mild,
        "severe" => Severity.Severe,
        _ => throw new InvalidConfigurationException($"{place}: '{text}' is not a severity; write mild, strong or severe."),
    };

    private static string[] LabelsOf(string? text, string place)
    {
        var labels = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var unknown = labels.FirstOrDefault(label => !Contracts.Labels.All.Contains(label));
        return unknown is not null
            ? throw new InvalidConfigurationException($"{place}: '{unknown}' is not a label; the labels are {string.Join(", ", Contracts.Labels.All)}.")
            : labels is [] ? [Contracts.Labels.Abuse] : labels;
    }
}
