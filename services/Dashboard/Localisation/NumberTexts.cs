namespace Moderation.Dashboard.Localisation;

/// <summary>Names the resource files with the words about numbers.</summary>
internal sealed class NumberTexts;
