using System.Runtime.InteropServices;

namespace Moderation.Servers.Binaries;

internal enum Signal
{
    Interrupt = 2,
    Kill = 9,
    Terminate = 15,
}

internal static class Signals
{
    /// <summary>Signals a process, or with a negative id the process group of that id.</summary>
    public static void Send(int id, Signal signal) => _ = Kill(id, (int)signal);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Kill(int id, int signal);
}
