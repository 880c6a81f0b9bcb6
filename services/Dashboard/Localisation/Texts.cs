namespace Moderation.Dashboard.Localisation;

/// <summary>Names the resource files with the words of the pages.</summary>
internal sealed class Texts;
