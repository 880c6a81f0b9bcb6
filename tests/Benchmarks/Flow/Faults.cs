namespace Moderation.Benchmarks.Flow;

/// <summary>What must not happen at any speed.</summary>
internal static class Faults
{
    /// <param name="posts">Everything that was posted.</param>
    /// <param name="published">Everything that is published.</param>
    /// <param name="stuck">Whether the waiting was given up.</param>
    public static IReadOnlyList<string> Find(IReadOnlyCollection<Post> posts, IReadOnlyCollection<PublishedComment> published, bool stuck)
    {
        var accepted = posts.Where(post => post.IsAccepted).Select(post => post.Id!).ToHashSet(StringComparer.Ordinal);
        var known = published.Select(comment => comment.Id).ToHashSet(StringComparer.Ordinal);
        var faults = new List<(int Count, string What)>
        {
            (posts.Count - accepted.Count, "were not accepted"),
            (accepted.Count(id => !known.Contains(id)), "were accepted and not published"),
            (known.Count(id => !accepted.Contains(id)), "were published and never accepted"),
            (published.Count - published.DistinctBy(comment => comment.Text).Count(), "were published twice"),
        };
        return
        [
            .. faults.Where(fault => fault.Count > 0).Select(fault => $"{fault.Count:N0} comments {fault.What}."),
            .. posts.Where(post => !post.IsAccepted).GroupBy(post => post.Status).Select(group => $"{group.Count():N0} answers had the status {group.Key}."),
            .. stuck ? ["Nothing moved for a minute, and not everything was decided."] : Array.Empty<string>(),
        ];
    }
}
