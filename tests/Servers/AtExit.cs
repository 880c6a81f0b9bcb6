using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Moderation.Servers;

/// <summary>What is still to be ended when the test process ends without having disposed it.</summary>
internal static class AtExit
{
    private static readonly ConcurrentDictionary<object, Action> Endings = [];

    // Neither a signal nor an unhandled exception raises ProcessExit.
    private static readonly PosixSignalRegistration[] Signals =
        [.. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, _ => EndAll()))];

    static AtExit()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => EndAll();
        AppDomain.CurrentDomain.UnhandledException += (_, _) => EndAll();
    }

    public static void Add(object owner, Action ending)
    {
        GC.KeepAlive(Signals);
        Endings[owner] = ending;
    }

    public static void Remove(object owner) => Endings.TryRemove(owner, out _);

    private static void EndAll()
    {
        foreach (var owner in Endings.Keys)
        {
            if (Endings.TryRemove(owner, out var ending))
            {
                EndQuietly(ending);
            }
        }
    }

    private static void EndQuietly(Action ending)
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
