using System.Diagnostics;
using DotNet.Testcontainers.Configurations;

namespace Moderation.Servers.Containers;

/// <summary>Removes a container once this process is gone, for when Testcontainers' own reaper is switched off.</summary>
internal sealed class ContainerLeash : IDisposable
{
    // It reads a pipe that only we hold open: a line means that the container is dealt with, its end that we are gone.
    private const string Script = """read -r line || docker rm --force --volumes "$1" >/dev/null 2>&1""";

    private readonly Process _watcher;

    private ContainerLeash(string container) =>
        _watcher = Process.Start(new ProcessStartInfo("setsid", ["/bin/sh", "-c", Script, "sh", container]) { RedirectStandardInput = true })!;

    public static ContainerLeash? For(string container) =>
        TestcontainersSettings.ResourceReaperEnabled ? null : new ContainerLeash(container);

    public void Dispose()
    {
        _watcher.StandardInput.WriteLine();
        _watcher.StandardInput.Close();
        _watcher.Dispose();
    }
}
