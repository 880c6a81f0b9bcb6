namespace Moderation.Worker.Rules;

/// <summary>A word or phrase that people should not have to read.</summary>
internal sealed record WordEntry(string Text, Severity Severity, IReadOnlyList<string> Labels);

/// <summary>How bad a word is, from merely rude to not fit for publication.</summary>
internal enum Severity
{
    Mild,
    Strong,
    Severe,
}
