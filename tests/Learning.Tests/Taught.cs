using Moderation.Learning.Training;
using Moderation.Text;

namespace Moderation.Learning.Tests;

/// <summary>Small schools: what is taught is invented and harmless, so that only the learning shows.</summary>
internal static class Taught
{
    public static Lesson Abuse(string text) => new(TextView.Decoded(text), true, null);

    public static Lesson Spam(string text) => new(TextView.Decoded(text), null, true);

    public static Lesson Fine(string text) => new(TextView.Decoded(text), false, false);

    public static Probabilities Score(this Model model, string text) => model.Score(TextView.Decoded(text));

    /// <summary>Takes grumbling about kettles for abuse and offers of umbrellas for spam.</summary>
    public static Trainer Trainer(Model? start = null)
    {
        var trainer = new Trainer(start);
        for (var round = 0; round < 30; round++)
        {
            trainer.Learn(Abuse($"you are such a kettle {round}"));
            trainer.Learn(Fine($"the train was late again {round}"));
            trainer.Learn(Spam($"buy umbrellas at half the price {round}"));
            trainer.Learn(Fine($"thank you for this story {round}"));
        }

        return trainer;
    }
}
