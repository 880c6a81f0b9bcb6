using System.Text.Json;
using Moderation.Learning;
using Moderation.Learning.Training;
using Moderation.Text;

namespace Moderation.Benchmarks.Rules;

/// <summary>A model as large and as busy as a real one.</summary>
internal static class SampleModel
{
    /// <summary>The one that ships; while that knows nothing, one that learned the sample comments.</summary>
    public static Model Made()
    {
        if (!Model.Shipped.IsBlank)
        {
            return Model.Shipped;
        }

        var trainer = new Trainer();
        foreach (var line in File.ReadLines(Path.Combine(Repository.Seeds, "comments.jsonl")))
        {
            var sample = JsonElement.Parse(line);
            var kind = sample.GetProperty("kind").GetString();
            trainer.Learn(new Lesson(TextView.Decoded(sample.GetProperty("body").GetString()!), kind is "insult", kind is "spam" or "links"));
        }

        return trainer.ToModel();
    }
}
