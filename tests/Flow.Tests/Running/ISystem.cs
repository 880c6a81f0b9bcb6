namespace Moderation.Flow.Tests.Running;

/// <summary>The whole of it, running as processes of its own, as those see it who use it.</summary>
public interface ISystem
{
    /// <summary>The demo site, whose readers comment.</summary>
    Website Website { get; }

    /// <summary>The moderators' API under the name <c>api</c>.</summary>
    Desk Desk { get; }

    /// <summary>The demo site, on behalf of its readers.</summary>
    Authors Authors { get; }

    /// <summary>The end of every process's log.</summary>
    string Logs { get; }

    /// <summary>A desk where the user <c>admin</c> has signed in, as in a browser.</summary>
    Task<Desk> SignInAsync();

    /// <summary>All that is in the databases and in Redis, as text.</summary>
    Task<string> StoredAsync();
}
