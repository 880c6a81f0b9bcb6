namespace Moderation.Learner.Log;

/// <summary>What of a log counts, in its order. Nothing but the log decides that: the same log gives the same.</summary>
internal sealed record InForce
{
    /// <summary>A comment once, in its last state.</summary>
    public required IReadOnlyList<Taught> Lessons { get; init; }

    /// <summary>The moderators who are left out, with the comments that they would teach.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Taught>> LeftOut { get; init; }

    /// <param name="newest">The number of the log's newest entry.</param>
    /// <param name="changes">All, in the order of the log.</param>
    /// <param name="taught">All, in the order of the log.</param>
    /// <param name="most">How many lessons count at most.</param>
    public static InForce Of(long newest, IReadOnlyList<Change> changes, IReadOnlyList<Taught> taught, int most)
    {
        var stretches = Stretches(newest, changes);
        var leftOut = new Dictionary<string, IReadOnlyList<Taught>>(StringComparer.Ordinal);
        foreach (var change in changes.Where(change => change.Moderator is not null && Stands(change.Number)))
        {
            if (change.Kind == Causes.LeftOut)
            {
                leftOut[change.Moderator!] = [];
            }
            else
            {
                leftOut.Remove(change.Moderator!);
            }
        }

        var standing = taught.Where(lesson => Stands(lesson.Number)).ToLookup(lesson => leftOut.ContainsKey(lesson.Moderator));
        foreach (var of in LastStates(standing[true]).GroupBy(lesson => lesson.Moderator, StringComparer.Ordinal))
        {
            leftOut[of.Key] = [.. of];
        }

        var lessons = LastStates(standing[false]);
        return new InForce { Lessons = lessons[Dropped(lessons.Count, most)..], LeftOut = leftOut };

        bool Stands(long number) => stretches.Exists(stretch => number > stretch.After && number <= stretch.Until);
    }

    // Where somebody went back, everything between the entry gone back to and that moment is set aside: also what was gone back to then.
    private static List<(long After, long Until)> Stretches(long newest, IReadOnlyList<Change> changes)
    {
        var stretches = new List<(long After, long Until)>();
        var until = newest;
        foreach (var back in changes.Where(change => change.Kind == Causes.WentBack).Reverse())
        {
            if (back.Number <= until)
            {
                stretches.Add((back.Number, until));
                until = back.Target!.Value;
            }
        }

        stretches.Add((0, until));
        return stretches;
    }

    private static List<Taught> LastStates(IEnumerable<Taught> lessons)
    {
        var last = new Dictionary<string, Taught>(StringComparer.Ordinal);
        foreach (var lesson in lessons)
        {
            if (!last.TryGetValue(lesson.CommentId, out var known) || lesson.Sequence > known.Sequence)
            {
                last[lesson.CommentId] = lesson;
            }
        }

        return [.. last.Values.Where(lesson => lesson.Teaches).OrderBy(lesson => lesson.Number)];
    }

    // Many at a time: each time the rest has to be learned anew.
    private static int Dropped(int count, int most)
    {
        var some = Math.Max(1, most / 10);
        return count <= most ? 0 : (count - most + some - 1) / some * some;
    }
}
