using System.Buffers;

namespace Moderation.Text.Shapes;

/// <summary>Tells text from what falls out of a keyboard.</summary>
public static class Gibberish
{
    // Less says too little.
    private const int FewestLetters = 8;

    // Names, tags, addresses and codes are no words.
    private static readonly SearchValues<char> _notInWords = SearchValues.Create("@#/_\\=0123456789०१२३४५६७८९");

    /// <summary>
    /// How little the text is like words of Hindi, Hinglish or English: the share of its letters, 0 to 1, that stand in words no one
    /// writes. From 0.6 on it is hardly ever a text. Fewer than eight letters are 0, as are other scripts.
    /// </summary>
    /// <param name="view">Either view will do.</param>
    public static double Score(TextView view)
    {
        ArgumentNullException.ThrowIfNull(view);

        var text = view.Text.AsSpan();
        var (letters, units, strange, first, isOneLetter) = (0, 0, 0.0, '\0', true);
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsLetter(text[at]) && !DevanagariWord.IsOf(text[at]))
            {
                at++;
                continue;
            }
            var end = EndOfToken(text, at);
            var token = text[at..end];
            if (!IsWord(text, at, token))
            {
                at = end;
                continue;
            }
            for (var rest = token; !rest.IsEmpty;)
            {
                var length = WordLength(rest);
                var word = rest[..length];
                rest = rest[length..];
                var size = LettersOf(word);
                if (size == 0)
                    continue;
                letters += size;
                units += word.Length;
                strange += size * ScoreOf(word);
                first = first == '\0' ? word[0] : first;
                isOneLetter = isOneLetter && !word.ContainsAnyExcept(first);
            }
            at = end;
        }
        if (isOneLetter)
            return units < FewestLetters ? 0 : 1;
        return letters < FewestLetters ? 0 : strange / letters;
    }

    private static double ScoreOf(ReadOnlySpan<char> word) =>
        char.IsAsciiLetter(word[0]) ? LatinWord.Strangeness(word) : DevanagariWord.IsOf(word[0]) ? DevanagariWord.Strangeness(word) : 0;

    private static int EndOfToken(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] != ' ' && !char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    /// <summary>Whether a token may hold words: not a tag, an address, a name of a site or a code.</summary>
    private static bool IsWord(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> token)
    {
        if ((at > 0 && text[at - 1] is '@' or '#' or '/') || token.ContainsAny(_notInWords))
            return false;
        var dot = token.IndexOf('.');
        return dot < 0 || dot + 1 >= token.Length || !char.IsLetter(token[dot + 1]);
    }

    /// <summary>The length of the run of letters of one script at the beginning, or of what is none.</summary>
    private static int WordLength(ReadOnlySpan<char> text)
    {
        var kind = KindOf(text[0]);
        var end = 1;
        while (end < text.Length && KindOf(text[end]) == kind)
            end++;
        return end;
    }

    private static int KindOf(char unit) =>
        char.IsAsciiLetter(unit) ? 1 : DevanagariWord.IsOf(unit) ? 2 : char.IsLetter(unit) ? 3 : 0;

    /// <summary>How much a word counts: its letters, and its signs where they are written apart; stretched ones once.</summary>
    private static int LettersOf(ReadOnlySpan<char> word)
    {
        if (KindOf(word[0]) == 0)
            return 0;
        var letters = 0;
        for (var at = 0; at < word.Length; at++)
        {
            if (at < 2 || word[at] != word[at - 1] || word[at] != word[at - 2])
                letters++;
        }
        return letters;
    }
}
