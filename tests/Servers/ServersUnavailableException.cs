namespace Moderation.Servers;

/// <summary>The machine has neither Docker nor the programs; the message says what to install.</summary>
public sealed class ServersUnavailableException(string message) : Exception(message);
