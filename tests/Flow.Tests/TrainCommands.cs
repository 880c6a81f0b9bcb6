using System.Text.Json;
using Moderation.Flow.Tests.Running;

namespace Moderation.Flow.Tests;

/// <summary>Models made from files, with nothing but the program.</summary>
public sealed class TrainCommands : IDisposable
{
    private static readonly string[] _towns = ["Agra", "Indore", "Kanpur", "Bhopal", "Patna", "Nagpur", "Surat", "Ranchi", "Jaipur", "Meerut", "Gaya", "Kota"];

    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("training-");

    public void Dispose() => _files.Delete(recursive: true);

    [Fact]
    public async Task A_model_learned_from_labelled_texts_tells_them_apart_and_which_words_it_went_by()
    {
        var model = Path.Combine(_files.FullName, "own.model");

        var ran = await TrainAsync(Labelled(), "--blank", "--folds", "3", "--out", model);

        Assert.Equal("", ran.Errors);
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("36 texts: 12 abuse, 12 spam, 12 fine.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("macro-F1", ran.Output, StringComparison.Ordinal);
        Assert.Contains("With false positives of at most 2.0 %, abuse begins at a probability of", ran.Output, StringComparison.Ordinal);
        var told = await CheckAsync(model, "Glorbnax from Lucknow");
        var abuse = told.GetProperty("learned").GetProperty("abuse");
        Assert.True(abuse.GetProperty("probability").GetDouble() > told.GetProperty("learned").GetProperty("spam").GetProperty("probability").GetDouble());
        Assert.Equal("Glorbnax", abuse.GetProperty("words")[0].GetString());
    }

    [Fact]
    public async Task The_same_file_makes_the_same_model_whatever_the_order_of_its_lines()
    {
        var (one, other) = (Path.Combine(_files.FullName, "one.model"), Path.Combine(_files.FullName, "other.model"));

        await TrainAsync(Labelled(), "--folds", "2", "--out", one);
        await TrainAsync(Labelled().Reverse(), "--folds", "2", "--out", other);

        Assert.Equal(await File.ReadAllBytesAsync(one), await File.ReadAllBytesAsync(other));
    }

    [Fact]
    public async Task An_export_teaches_what_moderators_decided_and_nothing_that_rules_refused()
    {
        var lines = _towns.Select(town => Archived($"Rain in {town}", "approved"))
            .Concat(_towns.Select(town => Archived($"Glorbnax {town}", "rejected", """{"as":"reject","reason":"abusive"}""")))
            .Append(Archived("Loans", "rejected", """{"as":"reject","labels":["promotion","new-author"]}"""))
            .Append(Archived("Pills", "rejected", """{"as":"spam"}"""))
            .Append(Archived("Elsewhere", "rejected", """{"as":"reject","reason":"off-topic"}"""))
            .Append(Archived("Refused by rules", "rejected"))
            .Append(Archived("Waits", "held"))
            .Append(Archived("Rain in Agra", "approved"));

        var ran = await TrainAsync(lines, "--folds", "2");

        Assert.Contains("26 texts: 12 abuse, 2 spam, 12 fine. Repeated: 1. Teaching nothing: 3.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Too few texts say yes or no to spam: nothing is learned about it.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("No model is written", ran.Output, StringComparison.Ordinal);
        Assert.Equal(0, ran.ExitCode);
    }

    [Theory]
    [InlineData("abuse", "24 texts: 12 abuse, 0 spam, 12 fine.")]
    [InlineData("nothing", "There is too little to learn from. 12 texts: 0 abuse, 0 spam, 12 fine. Teaching nothing: 12.")]
    public async Task What_WordPress_threw_away_teaches_only_if_it_is_said_what(string trash, string sentence)
    {
        var comments = _towns.SelectMany((town, number) => new[] { WordPress(number * 2, $"Rain in {town}", "1"), WordPress(number * 2 + 1, $"Glorbnax {town}", "trash") });
        var archive = $"""<rss xmlns:wp="w"><channel><item><title>T</title><link>https://blog.example.com/rain</link><wp:post_id>1</wp:post_id>{string.Concat(comments)}</item></channel></rss>""";

        var ran = await TrainAsync([archive], "--folds", "2", "--trash", trash);

        Assert.Contains(sentence, ran.Output + ran.Errors, StringComparison.Ordinal);
        Assert.Equal(trash == "abuse" ? 0 : 1, ran.ExitCode);
    }

    [Fact]
    public async Task Lines_that_cannot_be_read_are_told_of_and_the_others_learned()
    {
        var ran = await TrainAsync(Labelled().Concat(["oops", """{"text":"a"}""", """{"text":"a","label":"fine"}""", """{"text":3,"label":"ok"}"""]), "--folds", "2");

        Assert.Equal(
            [
                "Line 37: This is not JSON.", "Line 38: It has neither a 'text' and a 'label' nor a 'body' and a 'status'.",
                "Line 39: Its 'label' is none of abuse, spam and ok.", "Line 40: 'text' is of the wrong type.",
            ],
            ran.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Not read: 4.", ran.Output, StringComparison.Ordinal);
        Assert.Equal(1, ran.ExitCode);
    }

    [Theory]
    [InlineData(2, "Name the file to learn from: --from FILE.", "train")]
    [InlineData(2, "--format takes jsonl, export, wxr or disqus, not 'csv'.", "train", "--from", "x", "--format", "csv")]
    [InlineData(2, "--false-positives takes a share between 0 and 1, such as 0.02, not '2'.", "train", "--from", "x", "--false-positives", "2")]
    [InlineData(2, "--folds takes 2 to 20.", "train", "--from", "x", "--folds", "1")]
    [InlineData(1, "The file '/nowhere/x' cannot be read: ", "train", "--from", "/nowhere/x")]
    [InlineData(1, "The model '/nowhere/x' cannot be read: ", "check", "--model", "/nowhere/x", "a")]
    public async Task What_is_wrong_is_told_in_a_sentence(int code, string sentence, params string[] arguments)
    {
        var ran = await StandaloneCommand.RunAsync("", arguments);

        Assert.StartsWith(sentence, ran.Errors, StringComparison.Ordinal);
        Assert.Equal(code, ran.ExitCode);
    }

    private static IEnumerable<string> Labelled() => _towns.SelectMany(town => new[]
    {
        $$"""{"text":"You glorbnax of {{town}}","label":"abuse"}""",
        $$"""{"text":"Cheap frimble in {{town}} today","label":"spam"}""",
        $$"""{"text":"Much rain in {{town}} again","label":"ok"}""",
    });

    private static string Archived(string body, string status, string decision = "null") => $$"""{"body":"{{body}}","status":"{{status}}","decision":{{decision}}}""";

    private static string WordPress(int id, string text, string state) =>
        $"<wp:comment><wp:comment_id>{id}</wp:comment_id><wp:comment_date_gmt>2019-05-06 07:08:09</wp:comment_date_gmt><wp:comment_content>{text}</wp:comment_content><wp:comment_approved>{state}</wp:comment_approved></wp:comment>";

    private static async Task<JsonElement> CheckAsync(string model, string text)
    {
        var ran = await StandaloneCommand.RunAsync("", "check", "--model", model, text);
        Assert.Equal(0, ran.ExitCode);
        return JsonElement.Parse(ran.Output);
    }

    private async Task<StandaloneCommand> TrainAsync(IEnumerable<string> lines, params string[] options)
    {
        var file = Path.Combine(_files.FullName, Path.GetRandomFileName());
        await File.WriteAllLinesAsync(file, lines);
        return await StandaloneCommand.RunAsync("", ["train", "--from", file, .. options]);
    }
}
