namespace Moderation.Dashboard.Localisation;

/// <summary>Names the resource files with the words about authors.</summary>
internal sealed class AuthorTexts;
