using System.Text.Json;
using Moderation.Hosting;
using Moderation.Learning;
using Moderation.Standalone.Commands;
using Moderation.Worker.Rules;
using Moderation.Worker.Trials;
using Spectre.Console;

namespace Moderation.Standalone.Trials;

/// <summary>
/// <c>check [--rules DIR] [--site demo] [--model MODEL] [FILE]</c>: the verdicts that comments would get, without any server. With a model, what
/// it says is shown too, and a text may stand in the place of the file.
/// </summary>
internal static class CheckCommand
{
    /// <returns>0 when every comment was judged, else 1.</returns>
    public static async Task<int> Run(string[] args)
    {
        var arguments = Arguments.Parse(args, ["rules", "site", "model"], takesFile: true);
        var rules = new TrialRules();
        var reader = new TrialReader(rules.Sites, rules.Site(arguments["site"] ?? "demo"));
        var trial = rules.Read(arguments["rules"] ?? rules.InForce);
        var model = arguments["model"] is { } path ? ModelOf(path) : null;
        await using var input = model is not null && arguments.File is { } text && text != "-" && !File.Exists(text)
            ? new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new { text }))
            : Input.Open(arguments.File);
        await using var output = Console.OpenStandardOutput();
        var verdicts = VerdictsTo(output, model);
        var tally = new Tally(TimeProvider.System);
        await foreach (var comment in reader.ReadAsync(input))
        {
            var judgement = comment.Comment is { } submitted
                ? trial.Judge(new CommentText(submitted) { Model = model ?? Model.Shipped }, comment.Facts)
                : null;
            verdicts.Write(comment, judgement);
            tally.Count(comment, judgement);
        }

        await Console.Error.WriteLineAsync(tally.InWords());
        return tally.Refused == 0 ? 0 : 1;
    }

    private static IVerdicts VerdictsTo(Stream output, Model? model) => (Console.IsOutputRedirected, model) switch
    {
        (true, null) => new VerdictLines(output),
        (true, { } told) => new LearnedLines(output, told),
        (false, null) => new VerdictTable(AnsiConsole.Console),
        (false, { } told) => new LearnedTable(AnsiConsole.Console, told),
    };

    private static Model ModelOf(string path)
    {
        try
        {
            return Model.Read(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidModelException)
        {
            throw new InvalidConfigurationException($"The model '{path}' cannot be read: {exception.Message}");
        }
    }
}
