using Moderation.Servers.Containers;

namespace Moderation.Servers;

/// <summary>Which of the two ways this process goes; decided once.</summary>
internal static class Ways
{
    private static readonly Lazy<Task<bool>> _chosen = new(ChooseAsync);

    /// <returns>True for containers, false for installed programs.</returns>
    public static Task<bool> DockerAsync() => _chosen.Value;

    private static async Task<bool> ChooseAsync() => Environment.GetEnvironmentVariable("MODERATION_SERVERS") switch
    {
        null or "" => await DockerDaemon.AnswersAsync(),
        "docker" => await DockerDaemon.AnswersAsync()
            ? true
            : throw new ServersUnavailableException("MODERATION_SERVERS is 'docker', but no Docker daemon answers. Start one, or set DOCKER_HOST (and, for an old one, DOCKER_API_VERSION)."),
        "binaries" => false,
        var other => throw new ServersUnavailableException($"MODERATION_SERVERS is '{other}'; it can be 'docker' or 'binaries'."),
    };
}
