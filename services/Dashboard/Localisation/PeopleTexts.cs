namespace Moderation.Dashboard.Localisation;

/// <summary>Names the resource files with the words about accounts, sessions and tokens.</summary>
internal sealed class PeopleTexts;
