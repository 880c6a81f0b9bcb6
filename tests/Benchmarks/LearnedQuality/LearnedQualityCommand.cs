using System.Text.Json;
using Moderation.Benchmarks.Quality;
using Moderation.Hosting;
using Moderation.Learning.Measures;
using Moderation.Worker.Rules;

namespace Moderation.Benchmarks.LearnedQuality;

/// <summary><c>learned-quality DIRECTORY</c>: what the model finds of texts that it has not learned, beside what others do.</summary>
internal static class LearnedQualityCommand
{
    private const int Folds = 5;

    /// <returns>0 when every file was measured; 2 when one cannot be read.</returns>
    public static int Run(string[] args)
    {
        if (args is not [var directory])
        {
            return Usage.Print();
        }

        try
        {
            var judge = new Judge(Ruleset.Read(Repository.Seeds));
            Console.WriteLine(QualityTable.Head);
            foreach (var set in MeasuredSet.All)
            {
                var rows = LabelledText.Read(Path.Combine(directory, set.File)).ToList();
                var parts = KFold.Of(rows, row => row.Text, row => row.Label, Folds);
                foreach (var way in Ways.All(judge, set, rows))
                {
                    Console.WriteLine(QualityTable.Row($"{Path.GetFileNameWithoutExtension(set.File)}: {set.Label}", rows.Count, way.Name, way.Measure(rows, parts, Folds)));
                }
            }

            return 0;
        }
        catch (Exception exception) when (exception is IOException or JsonException or InvalidConfigurationException)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }
    }
}
