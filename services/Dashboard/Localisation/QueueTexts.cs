namespace Moderation.Dashboard.Localisation;

/// <summary>Names the resource files with the words of the queue.</summary>
internal sealed class QueueTexts;
