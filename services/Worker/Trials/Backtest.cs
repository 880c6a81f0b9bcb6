using Moderation.Learning;
using Moderation.Worker.Rules;

namespace Moderation.Worker.Trials;

/// <summary>Judges comments by two rules directories and keeps count of what differs. For one thread.</summary>
/// <param name="before">The rules in force.</param>
/// <param name="after">The rules on trial.</param>
/// <param name="show">How many of the comments that change are kept; the first ones.</param>
/// <param name="models">The model of a site; the one that ships when left out.</param>
internal sealed class Backtest(RuleTrial before, RuleTrial after, int show, Func<string, Model>? models = null)
{
    private static readonly int _outcomes = Enum.GetValues<Outcome>().Length;
    private readonly long[,] _counts = new long[_outcomes, _outcomes];
    private readonly List<Change> _changes = [];

    public long Comments { get; private set; }

    public long Changed { get; private set; }

    /// <summary>The first of the comments that change.</summary>
    public IReadOnlyList<Change> Changes => _changes;

    public RuleCounts Before { get; } = new();

    public RuleCounts After { get; } = new();

    /// <summary>Every rule of the two, the new ones' order first.</summary>
    public IEnumerable<string> Rules => After.Rules.Union(Before.Rules, StringComparer.Ordinal);

    /// <summary>How many comments went from one outcome to another, or stayed.</summary>
    public long CountOf(Outcome from, Outcome to) => _counts[(int)from, (int)to];

    /// <summary>Judges one more comment. It must not be a refused one.</summary>
    /// <returns>What the rules on trial say.</returns>
    public Judgement Add(TrialComment trial)
    {
        var comment = trial.Comment!;
        // Both read the same readings of the text; most of the time goes into those.
        var text = new CommentText(comment) { Model = models?.Invoke(comment.SiteId) ?? Model.Shipped };
        var old = before.Judge(text, trial.Facts);
        var now = after.Judge(text, trial.Facts);
        Before.Count(before.For(comment.SiteId), old);
        After.Count(after.For(comment.SiteId), now);
        Comments++;
        _counts[(int)old.Outcome, (int)now.Outcome]++;
        if (old.Outcome != now.Outcome)
        {
            Changed++;
            if (_changes.Count < show)
            {
                _changes.Add(new Change(trial, old, now));
            }
        }

        return now;
    }
}
