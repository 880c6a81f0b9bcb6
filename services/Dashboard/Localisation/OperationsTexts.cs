namespace Moderation.Dashboard.Localisation;

/// <summary>Names the resource files with the words of the page of dead messages.</summary>
internal sealed class OperationsTexts;
