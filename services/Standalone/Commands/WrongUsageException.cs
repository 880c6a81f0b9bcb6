namespace Moderation.Standalone.Commands;

/// <summary>A command was called wrongly; the message is a sentence that says how.</summary>
internal sealed class WrongUsageException(string message) : Exception(message);
