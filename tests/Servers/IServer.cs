namespace Moderation.Servers;

/// <summary>A real server that lives as long as a test and answers on a loopback port.</summary>
public interface IServer : IAsyncDisposable
{
    /// <summary>As the services' own configuration spells it. The same for the server's whole life.</summary>
    string ConnectionString { get; }

    /// <summary>Ends it cleanly; its data stays.</summary>
    Task StopAsync();

    /// <summary>Ends it by SIGKILL; what it had written stays.</summary>
    Task KillAsync();

    /// <summary>Starts it again on the same port with the same data, and returns when it answers.</summary>
    Task StartAsync();
}
