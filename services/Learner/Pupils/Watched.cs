using Moderation.Learner.Log;

namespace Moderation.Learner.Pupils;

/// <summary>Of which moderators it is told how far they agree with what the others taught: the few who teach most.</summary>
internal static class Watched
{
    private const int Most = 3;
    private const int Fewest = 50;

    public static IEnumerable<string> Of(InForce inForce) => inForce.Lessons.CountBy(lesson => lesson.Moderator, StringComparer.Ordinal)
        .Where(of => of.Value >= Fewest)
        .OrderByDescending(of => of.Value).ThenBy(of => of.Key, StringComparer.Ordinal)
        .Take(Most)
        .Select(of => of.Key);

    /// <summary>Whether somebody else is to be watched by now. Two who teach alike do not take turns: for each turn all has to be learned anew.</summary>
    public static bool IsOutdated(Pupil pupil)
    {
        var least = pupil.Watched.Count < Most ? 0 : pupil.Watched.Min(name => pupil.Moderators.GetValueOrDefault(name)?.Given ?? 0);
        return pupil.Moderators.Any(of => of.Value.Given >= Math.Max(Fewest, 2 * least) && !pupil.Watched.Contains(of.Key));
    }
}
