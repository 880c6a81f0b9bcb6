using Moderation.Hosting;
using Moderation.Learning;
using Moderation.Learning.Measures;
using Moderation.Learning.Training;
using Moderation.Standalone.Commands;
using Spectre.Console;

namespace Moderation.Standalone.Training;

/// <summary>
/// <c>train --from FILE [--format jsonl|export|wxr|disqus] [--trash abuse] [--folds 5] [--false-positives 0.02] [--blank] [--out MODEL]</c>: what a
/// file of decided comments teaches, how well, and the model that has learned it.
/// </summary>
internal static class TrainCommand
{
    /// <summary>Of both answers, for a head to be learned.</summary>
    private const int Needed = 10;

    private const int MostFolds = 20;

    // What a table is as wide as where nobody looks at it yet.
    private const int WidthOfFiles = 140;

    /// <returns>0 when every record of the file was read, else 1.</returns>
    public static async Task<int> Run(string[] args)
    {
        var arguments = Arguments.Parse(args, ["from", "format", "trash", "folds", "false-positives", "out"], flags: ["blank"]);
        var path = arguments["from"] ?? throw new WrongUsageException("Name the file to learn from: --from FILE.");
        var (format, trashIsAbuse) = (FormatOf(arguments["format"]), TrashIsAbuse(arguments["trash"]));
        var falsePositives = arguments.Share("false-positives", 0.02);
        var folds = arguments.Count("folds", 5) is var count and >= 2 and <= MostFolds ? count : throw new WrongUsageException($"--folds takes 2 to {MostFolds}.");
        var start = arguments.Has("blank") ? Model.Blank : Model.Shipped;
        await using var file = Open(path);
        using var output = arguments["out"] is { } name ? new ModelOutput(name) : null;

        var texts = new TaughtTexts(Console.Error);
        var entries = TrainingFile.Read(file, format, trashIsAbuse);
        var trained = AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(progress =>
            {
                Read(entries, texts, file, progress.AddTask("Reading", maxValue: file.Length));
                return Train(Learnable(texts), folds, start, progress);
            });

        var console = AnsiConsole.Console;
        console.Profile.Width = Console.IsOutputRedirected ? WidthOfFiles : console.Profile.Width;
        TrainingTable.Write(console, texts, trained, start, falsePositives);
        console.WriteLine(output?.Write(trained.Model) ?? "No model is written; --out names one.");
        return texts.Unread == 0 ? 0 : 1;
    }

    private static void Read(IEnumerable<TrainingEntry> entries, TaughtTexts texts, FileStream file, ProgressTask task)
    {
        foreach (var entry in entries)
        {
            texts.Add(entry);
            task.Value = file.Position;
        }

        task.Value = task.MaxValue;
    }

    /// <summary>Lessons with answers only for heads that have enough of both.</summary>
    private static List<Lesson> Learnable(TaughtTexts texts)
    {
        var heads = Enum.GetValues<Head>().Where(head => texts.Of(head) is { Yes: >= Needed, No: >= Needed }).ToList();
        return heads.Count > 0
            ? [.. texts.Lessons.Select(lesson => heads.Count > 1 ? lesson : lesson.Only(heads[0])).Where(lesson => heads.Any(head => lesson[head] is not null))]
            : throw new InvalidConfigurationException($"There is too little to learn from. {texts.InWords()} At least {Needed} fine ones are needed, and {Needed} of abuse or of spam.");
    }

    private static Trained Train(List<Lesson> lessons, int folds, Model start, ProgressContext progress)
    {
        var measuring = progress.AddTask($"Measuring, {folds} parts", maxValue: CrossValidation.StepsOf(lessons, folds));
        var training = progress.AddTask("Training", maxValue: Course.StepsOf(lessons));
        var scores = CrossValidation.Score(lessons, folds, start, TaughtFor.SameSite, () => measuring.Increment(1));
        measuring.Value = measuring.MaxValue;
        var model = Course.Teach(lessons, start, TaughtFor.SameSite, () => training.Increment(1));
        training.Value = training.MaxValue;
        return new Trained(lessons, scores, model);
    }

    private static TrainingFormat? FormatOf(string? name) => name switch
    {
        null => null,
        _ when name.All(char.IsAsciiLetterLower) && Enum.TryParse<TrainingFormat>(name, ignoreCase: true, out var format) => format,
        _ => throw new WrongUsageException($"--format takes jsonl, export, wxr or disqus, not '{name}'."),
    };

    private static bool TrashIsAbuse(string? name) => name switch
    {
        null or "nothing" => false,
        "abuse" => true,
        _ => throw new WrongUsageException($"--trash takes abuse or nothing, not '{name}'."),
    };

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * 1024, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidConfigurationException($"The file '{path}' cannot be read: {exception.Message}");
        }
    }
}
