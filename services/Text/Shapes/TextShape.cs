namespace Moderation.Text.Shapes;

/// <summary>How a text looks from afar.</summary>
/// <param name="Letters">How many letters it has.</param>
/// <param name="Capitals">The share of capitals among its cased letters, 0 to 1.</param>
/// <param name="Marks">Its longest run of exclamation, question and such marks.</param>
/// <param name="Emoji">How many emoji it has.</param>
/// <param name="Characters">How many characters a person counts in it.</param>
/// <param name="StackedMarks">The most combining marks on one letter, of kinds that no language needs.</param>
/// <param name="LongestStretch">Its longest run of one letter.</param>
public readonly record struct TextShape(
    int Letters, double Capitals, int Marks, int Emoji, int Characters, int StackedMarks, int LongestStretch);
