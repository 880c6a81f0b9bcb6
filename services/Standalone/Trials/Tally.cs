using System.Globalization;
using Moderation.Worker;
using Moderation.Worker.Trials;

namespace Moderation.Standalone.Trials;

/// <summary>What became of all the comments of a run.</summary>
internal sealed class Tally(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private readonly long[] _counts = new long[Enum.GetValues<Outcome>().Length];
    private string? _firstRefusal;

    public long Refused { get; private set; }

    public void Count(TrialComment comment, Judgement? judgement)
    {
        if (judgement is not null)
        {
            _counts[(int)judgement.Outcome]++;
            return;
        }

        Refused++;
        _firstRefusal ??= comment.Refusal;
    }

    /// <summary>Such as <c>80 comments: 40 approve, 30 hold, 10 reject; 12,000 a second.</c></summary>
    /// <param name="withOutcomes">Whether to say how many have which outcome.</param>
    public string InWords(bool withOutcomes = true)
    {
        var comments = _counts.Sum();
        var seconds = time.GetElapsedTime(_start).TotalSeconds;
        var outcomes = !withOutcomes ? "" : ": " + string.Join(", ", Enum.GetValues<Outcome>().Select(outcome => $"{Number(_counts[(int)outcome])} {outcome.Word()}"));
        var refused = Refused == 0 ? "" : $" Not judged: {Number(Refused)}. {Printable.Of(_firstRefusal!)}";
        return $"{Number(comments)} {(comments == 1 ? "comment" : "comments")}{outcomes}; {Number((long)(comments / seconds))} a second.{refused}";
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
