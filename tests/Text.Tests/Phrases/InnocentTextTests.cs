using Moderation.Text.Phrases;
using Xunit.Abstractions;

namespace Moderation.Text.Tests.Phrases;

/// <summary>What nobody means as abuse is not to be taken for it, however it sounds.</summary>
public class InnocentTextTests(ITestOutputHelper output)
{
    /// <summary>Of the package wamerican; tests/run installs it.</summary>
    private const string EnglishWords = "/usr/share/dict/american-english";

    private const double MostFlagged = 0.003;

    private static readonly Lists _lists = new();

    [Fact]
    public void Hardly_any_innocent_sentence_is_flagged_and_none_would_be_held()
    {
        var sentences = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "innocent-sentences.txt")).Where(line => line.Length > 0 && line[0] != '#').ToArray();

        var flagged = Flagged(sentences);

        Assert.True(sentences.Length >= 400);
        Assert.Empty(flagged.Where(line => !line.IsMild).Select(line => line.Text));
        Assert.True(flagged.Count <= MostFlagged * sentences.Length, string.Join('\n', flagged.Select(line => line.Text)));
    }

    [Fact]
    public void Hardly_any_word_of_an_English_dictionary_is_flagged()
    {
        var words = File.ReadAllLines(EnglishWords);

        var flagged = Flagged(words);

        Assert.True(words.Length > 50_000);
        Assert.True(flagged.Count < MostFlagged * words.Length, $"{flagged.Count} of {words.Length}");
    }

    private List<(string Text, bool IsMild)> Flagged(string[] lines)
    {
        var flagged = new List<(string Text, bool IsMild)>();
        foreach (var line in lines)
        {
            var found = _lists.Matcher.Find(TextView.Decoded(line));
            if (found.Count == 0)
                continue;
            flagged.Add(($"{line}: {string.Join(", ", found.Select(match => _lists.All[match.Phrase].Phrase.Text).Distinct())}", found.All(match => _lists.All[match.Phrase].IsMild)));
        }
        output.WriteLine($"{flagged.Count} of {lines.Length} flagged ({100.0 * flagged.Count / lines.Length:F2} %), {flagged.Count(line => !line.IsMild)} not only mildly");
        return flagged;
    }

    /// <summary>Abuse and threats, with all that is innocent.</summary>
    private sealed class Lists
    {
        public IReadOnlyList<(Phrase Phrase, bool IsMild)> All { get; } = [.. Listed.WithSeverity("abuse"), .. Listed.WithSeverity("threats"), .. Listed.WithSeverity("innocent")];

        public PhraseMatcher Matcher => field ??= new PhraseMatcher([.. All.Select(entry => entry.Phrase)]);
    }
}
