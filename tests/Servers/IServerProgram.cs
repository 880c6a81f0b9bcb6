namespace Moderation.Servers;

/// <summary>What a server runs as: a process of this machine, or a container.</summary>
internal interface IServerProgram : IAsyncDisposable
{
    /// <summary>Why it will not answer any more; null while it may.</summary>
    string? Failure { get; }

    Task StartAsync();

    Task StopAsync();

    Task KillAsync();

    Task WipeAsync();
}
