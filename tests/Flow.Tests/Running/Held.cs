namespace Moderation.Flow.Tests.Running;

internal static class Held
{
    /// <summary>Posts comments that are held, all with the same words.</summary>
    /// <returns>Their ids, when each has reached the desk.</returns>
    public static async Task<IReadOnlyList<Guid>> HeldAsync(this ISystem system, string words, int count)
    {
        var page = $"learning-{Guid.CreateVersion7():N}";
        var ids = await Task.WhenAll(Enumerable.Range(0, count).Select(number =>
            system.Website.SubmitAsync(NewComment.On(page, $"{number}: {words} {number * number}, {Insults.Strong}."))));
        foreach (var id in ids)
        {
            await system.Website.ReachesAsync(id, "held");
        }

        return ids;
    }
}
