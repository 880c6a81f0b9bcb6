using System.Collections.Concurrent;

namespace Moderation.Servers;

/// <summary>What is still to be ended when the test process ends without having disposed it.</summary>
internal static class AtExit
{
    private static readonly ConcurrentDictionary<object, Action> Endings = [];

    static AtExit() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var ending in Endings.Values)
        {
            Quietly(ending);
        }
    };

    public static void Add(object owner, Action ending) => Endings[owner] = ending;

    public static void Remove(object owner) => Endings.TryRemove(owner, out _);

    private static void Quietly(Action ending)
    {
        try
        {
            ending();
        }
        catch (Exception)
        {
            // The process is ending; the others are to be ended too.
        }
    }
}
