using Moderation.Standalone.Commands;
using Moderation.Worker.Rules;
using Moderation.Worker.Trials;
using Spectre.Console;

namespace Moderation.Standalone.Trials;

/// <summary><c>check [--rules DIR] [--site demo] [FILE]</c>: the verdicts that comments would get, without any server.</summary>
internal static class CheckCommand
{
    /// <returns>0 when every comment was judged, else 1.</returns>
    public static async Task<int> Run(string[] args)
    {
        var arguments = Arguments.Parse(args, ["rules", "site"], takesFile: true);
        var rules = new TrialRules();
        var reader = new TrialReader(rules.Sites, rules.Site(arguments["site"] ?? "demo"));
        var trial = rules.Read(arguments["rules"] ?? rules.InForce);
        await using var input = Input.Open(arguments.File);
        await using var output = Console.OpenStandardOutput();
        IVerdicts verdicts = Console.IsOutputRedirected ? new VerdictLines(output) : new VerdictTable(AnsiConsole.Console);
        var tally = new Tally(TimeProvider.System);
        await foreach (var comment in reader.ReadAsync(input))
        {
            var judgement = comment.Comment is { } submitted ? trial.Judge(new CommentText(submitted), comment.Facts) : null;
            verdicts.Write(comment, judgement);
            tally.Count(comment, judgement);
        }

        await Console.Error.WriteLineAsync(tally.InWords());
        return tally.Refused == 0 ? 0 : 1;
    }
}
