namespace Moderation.Hosting;

/// <summary>The operator has to change something; the message is a sentence that says what.</summary>
public sealed class InvalidConfigurationException(string message) : Exception(message);
