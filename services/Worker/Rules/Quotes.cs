using System.Globalization;
using System.Text;
using Moderation.Worker.Rules.Words;

namespace Moderation.Worker.Rules;

/// <summary>Words of a comment, or of a list, in a sentence.</summary>
internal static class Quotes
{
    private const int MostQuoted = 5;
    private const int MostCharacters = 40;
    private const int MostUnits = 120;

    /// <summary>The words found, the worst first: <c>“entry” (severe, written “…”)</c>.</summary>
    public static Told Of(IReadOnlyList<FoundWord> words)
    {
        var more = words.Count - MostQuoted;
        return new Told(
            Joined(words, InEnglish) + (more > 0 ? $" and {more} more" : ""),
            Joined(words, InHindi) + (more > 0 ? $" और {more} अन्य" : ""),
            words.Count);
    }

    /// <summary>A piece of a comment as it can stand in a sentence: short, on one line, well-formed.</summary>
    public static string Piece(string text)
    {
        var piece = new StringBuilder();
        var characters = 0;
        var at = 0;
        while (at < text.Length && characters < MostCharacters)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
            if (at + length > MostUnits)
            {
                break;
            }

            foreach (var rune in text.AsSpan(at, length).EnumerateRunes())
            {
                piece.Append(Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) ? new Rune(' ') : rune);
            }

            at += length;
            characters++;
        }

        return at < text.Length ? $"{piece}…" : piece.ToString();
    }

    private static string Joined(IReadOnlyList<FoundWord> words, Func<FoundWord, string> quote) =>
        words.Count == 1 ? quote(words[0]) : string.Join(", ", words.Take(MostQuoted).Select(quote));

    private static string InEnglish(FoundWord word) => word.Written is { } written
        ? $"“{word.Entry.Words}” ({word.Entry.Severity.InEnglish()}, written “{written}”)"
        : $"“{word.Entry.Words}” ({word.Entry.Severity.InEnglish()})";

    private static string InHindi(FoundWord word) => word.Written is { } written
        ? $"“{word.Entry.Words}” ({word.Entry.Severity.InHindi()}, “{written}” लिखा है)"
        : $"“{word.Entry.Words}” ({word.Entry.Severity.InHindi()})";
}
