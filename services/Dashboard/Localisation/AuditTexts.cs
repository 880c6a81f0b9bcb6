namespace Moderation.Dashboard.Localisation;

/// <summary>Names the resource files with the words of the audit.</summary>
internal sealed class AuditTexts;
