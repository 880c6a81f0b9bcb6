using System.Text.Json;
using Moderation.Flow.Tests.Running;

namespace Moderation.Flow.Tests;

/// <summary>Rules tried on comments, with nothing but the program.</summary>
public sealed class CheckCommands
{
    [Fact]
    public async Task Answers_each_line_in_order_and_says_which_it_cannot_read()
    {
        var ran = await StandaloneCommand.RunAsync(
            """
            {"id":"a","text":"A fine report."}
            {"id":2,"body":"See http://a.example.com","author":{"name":"Asha"},"site":"demo"}
            oops
            {"body":"See http://a.example.com","facts":{"approved":2}}
            """,
            "check");

        var answers = ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToList();
        Assert.Equal(["approve", "hold", "Line 3: This is not JSON: byte 1 cannot be read.", "approve"], answers.Select(OutcomeOrError));
        Assert.Equal("a", answers[0].GetProperty("id").GetString());
        Assert.Equal(2, answers[1].GetProperty("id").GetInt32());
        Assert.Equal("NewAuthorWithLink", answers[1].GetProperty("findings")[0].GetProperty("rule").GetString());
        Assert.Contains("3 comments: 2 approve, 1 hold, 0 reject", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("Not judged: 1. Line 3:", ran.Errors, StringComparison.Ordinal);
        Assert.Equal(1, ran.ExitCode);
    }

    [Fact]
    public async Task Judges_every_comment_of_a_file()
    {
        var ran = await StandaloneCommand.RunAsync("", "check", Path.Combine(Path.GetDirectoryName(Built.Standalone)!, "seeds", "comments.jsonl"));

        Assert.Equal(80, ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(0, ran.ExitCode);
    }

    [Theory]
    [InlineData("There is no option '--rule' here.", "check", "--rule", "x")]
    [InlineData("There is no site 'nowhere'; the sites are demo.", "check", "--site", "nowhere")]
    [InlineData("Name the folder of the rules to try: --rules NEW.", "backtest")]
    [InlineData("--show takes a whole number, 0 or more, not 'many'.", "backtest", "--rules", "seeds", "--show", "many")]
    [InlineData("--secret needs a value.", "seed", "--secret")]
    [InlineData("There is no command 'judge'.", "judge")]
    public async Task Wrong_usage_is_told_with_the_usage_of_all_commands(string sentence, params string[] arguments)
    {
        var ran = await StandaloneCommand.RunAsync("", arguments);

        Assert.StartsWith(sentence, ran.Errors, StringComparison.Ordinal);
        Assert.All(["seed", "check", "backtest"], command => Assert.Contains($"standalone {command}", ran.Errors, StringComparison.Ordinal));
        Assert.Empty(ran.Output);
        Assert.Equal(2, ran.ExitCode);
    }

    private static string? OutcomeOrError(JsonElement answer) =>
        (answer.TryGetProperty("outcome", out var outcome) ? outcome : answer.GetProperty("error")).GetString();
}
