using Docker.DotNet;
using DotNet.Testcontainers.Configurations;

namespace Moderation.Servers.Containers;

internal static class DockerDaemon
{
    public static IDockerClient Client() =>
        TestcontainersSettings.OS.DockerEndpointAuthConfig.GetDockerClientBuilder(Guid.NewGuid()).Build();

    /// <summary>Whether a daemon answers in a version of its interface that we speak.</summary>
    public static async Task<bool> AnswersAsync()
    {
        try
        {
            using var client = Client();
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await client.System.GetVersionAsync(soon.Token);
            return true;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
