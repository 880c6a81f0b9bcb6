using System.Globalization;
using System.Text.Json;
using Moderation.Learning;
using Moderation.Learning.Measures;
using Moderation.Learning.Training;

namespace Moderation.Benchmarks.LearnedQuality;

/// <summary>
/// <c>train-shipped DIRECTORY [--measure]</c>: makes <c>seeds/learning/shipped.model</c> of the sets in the folder and of our own comments; the same
/// each time. Measures it first when asked to, each text by a model that has learned the others.
/// </summary>
internal static class TrainShippedCommand
{
    private const int Folds = 5;
    private const string MeasureFlag = "--measure";

    /// <returns>0 when the model is written; 2 when a file cannot be read.</returns>
    public static int Run(string[] args)
    {
        if (args.Where(arg => arg != MeasureFlag).ToList() is not [var directory])
        {
            return Usage.Print();
        }

        try
        {
            var taught = ShippedSet.All(directory).SelectMany(set => set.Set.Read(set.Path)).ToList();
            var lessons = taught.ConvertAll(one => one.Lesson);
            if (args.Contains(MeasureFlag))
            {
                Measure(taught, CrossValidation.Score(lessons, Folds, Model.Blank, TaughtFor.OtherSites));
            }

            var model = Course.Teach(lessons, Model.Blank, TaughtFor.OtherSites);
            var path = Path.Combine(Repository.Seeds, "learning", "shipped.model");
            File.WriteAllBytes(path, model.Store());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {model.Version}, of {lessons.Count:N0} texts, {new FileInfo(path).Length:N0} bytes"));
            return 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }
    }

    // By set and language: a mean over all of them would say nothing of any.
    private static void Measure(List<ShippedLesson> taught, IReadOnlyList<Probabilities> scores)
    {
        Console.WriteLine(QualityTable.Head);
        var scored = taught.Zip(scores, (one, score) => (one.Set, one.Language, one.Lesson, Score: score)).ToList();
        foreach (var group in scored.GroupBy(one => (one.Set, one.Language)))
        {
            foreach (var head in Enum.GetValues<Head>())
            {
                var predictions = CrossValidation.Of(head, [.. group.Select(one => one.Lesson)], [.. group.Select(one => one.Score)]);
                if (predictions.Any(prediction => prediction.IsSo))
                {
                    Console.WriteLine(QualityTable.Row($"{group.Key.Set}, {group.Key.Language}: {head.ToString().ToLowerInvariant()}", predictions.Count, "model", Learning.Measures.Measure.Of(predictions)));
                }
                else if (head is Head.Abuse)
                {
                    var held = predictions.Count(prediction => prediction.Score >= 0.5) / (double)predictions.Count;
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {group.Key.Set}, {group.Key.Language}: nothing but fine in {predictions.Count:N0} | model | {held:0.0 %} from 0.5 on | | | | | |"));
                }
            }
        }
    }
}
