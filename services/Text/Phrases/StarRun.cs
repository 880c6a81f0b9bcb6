namespace Moderation.Text.Phrases;

/// <summary>Stars one after the other.</summary>
/// <param name="End">Where the run ends.</param>
/// <param name="MayBeLetters">
/// Whether they may stand for letters: between two, or one beside a word. "#tag", "50%" and **bold** are no disguises.
/// </param>
internal readonly record struct StarRun(int End, bool MayBeLetters)
{
    public static StarRun Read(string text, int start)
    {
        var end = start;
        var isAsterisk = true;
        for (; end < text.Length && Alphabet.Of(text[end]) is Alphabet.Star or Alphabet.Ignored; end++)
            isAsterisk &= text[end] is not ('#' or '%' or '^');
        var isBehind = start > 0 && Alphabet.Of(text[start - 1]) is >= 'a' or Alphabet.Ignored;
        var isAhead = end < text.Length && Alphabet.Of(text[end]) >= 'a';
        return new StarRun(end, (isAhead && isBehind) || ((isAhead || isBehind) && isAsterisk && end == start + 1));
    }
}
