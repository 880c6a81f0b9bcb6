namespace Moderation.Text.Shapes;

/// <summary>What a text looks like from afar.</summary>
/// <param name="Letters">How many letters it has.</param>
/// <param name="Capitals">The share of capitals among the letters that have case, 0 to 1; 0 when none has.</param>
/// <param name="Marks">The longest run of exclamation and question marks and ellipses.</param>
/// <param name="Emoji">How many emoji it has; a flag and a keycap are one each, joined people are as many as they are.</param>
/// <param name="Characters">How many characters a reader would count (grapheme clusters).</param>
/// <param name="StackedMarks">The most combining marks on one letter beyond those that a language needs.</param>
/// <param name="LongestStretch">The longest run of one letter, or of one vowel sign.</param>
public readonly record struct TextShape(
    int Letters, double Capitals, int Marks, int Emoji, int Characters, int StackedMarks, int LongestStretch);
