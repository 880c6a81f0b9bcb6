namespace Moderation.Dashboard.Localisation;

/// <summary>Names the resource files with the words of the rules page.</summary>
internal sealed class RulesTexts;
