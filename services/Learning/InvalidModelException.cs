namespace Moderation.Learning;

/// <summary>What was to be read is no model, or one of another version of this program. The message is a sentence for operators.</summary>
public sealed class InvalidModelException(string message, Exception? inner = null) : Exception(message, inner);
