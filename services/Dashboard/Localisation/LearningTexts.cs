namespace Moderation.Dashboard.Localisation;

/// <summary>Names the resource files with the words about what is learned.</summary>
internal sealed class LearningTexts;
