using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Moderation.Worker.Rules;

namespace Moderation.Benchmarks.Quality;

internal static class QualityCommand
{
    /// <returns>0 when every file was measured; 2 when one cannot be read.</returns>
    public static int Run(string[] args)
    {
        try
        {
            var options = QualityOptions.Parse(args);
            var judge = new Judge(Ruleset.Read(Repository.Seeds));
            QualityReport.Print([.. options.Files.SelectMany(LabelledText.Read).Select(judge.Hear)], options);
            return 0;
        }
        catch (Exception exception) when (exception is ValidationException or InvalidOperationException or IOException or JsonException)
        {
            Console.Error.WriteLine(exception.Message);
            return 2;
        }
    }
}
