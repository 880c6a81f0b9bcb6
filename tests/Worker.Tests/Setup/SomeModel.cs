using Moderation.Learning;
using Moderation.Learning.Training;
using Moderation.Text;

namespace Moderation.Worker.Tests.Setup;

/// <summary>A model that was taught invented words.</summary>
internal static class SomeModel
{
    public const string Abuse = "you are a frobnicated grommet";
    public const string Spam = "wibble wobble only here today";
    public const string Fine = "the paddy stands high this year";

    private const int Rounds = 30;

    /// <summary>Knows what the three are.</summary>
    public static Model Taught { get; } = Teach((Abuse, true, null), (Spam, null, true), (Fine, false, false));

    /// <summary>Knows nothing of spam.</summary>
    public static Model OfAbuseAlone { get; } = Teach((Abuse, true, null), (Fine, false, null));

    /// <summary>Takes what is fine for abuse, and the other way round.</summary>
    public static Model Mistaught { get; } = Teach((Abuse, false, null), (Spam, null, true), (Fine, true, false));

    /// <summary>Knows so many words that it is as large as a model gets.</summary>
    public static Model Large()
    {
        var trainer = new Trainer();
        var random = new Random(1);
        for (var number = 0; number < 2500; number++)
        {
            var words = Enumerable.Range(0, 60).Select(_ => string.Concat(random.GetItems<char>("abcdefghijklmnopqrstuvwxyz", 7)));
            trainer.Learn(new Lesson(TextView.Decoded(string.Join(' ', words)), number % 2 == 0, number % 3 == 0, 0.2 + 4 * random.NextDouble()));
        }

        return trainer.ToModel();
    }

    private static Model Teach(params (string Text, bool? IsAbuse, bool? IsSpam)[] lessons)
    {
        var trainer = new Trainer();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (text, isAbuse, isSpam) in lessons)
            {
                trainer.Learn(new Lesson(TextView.Decoded(text), isAbuse, isSpam));
            }
        }

        return trainer.ToModel();
    }
}
