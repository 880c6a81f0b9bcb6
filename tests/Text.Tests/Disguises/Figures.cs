namespace Moderation.Text.Tests.Disguises;

/// <summary>How many of the addresses get through, and how many texts lose more than addresses.</summary>
internal sealed class Figures
{
    public int Texts { get; private set; }

    public List<string> Leaks { get; } = [];

    public List<string> Losses { get; } = [];

    /// <summary>Counts one text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="expected">What must remain of it, with ✂ and 🔑 in place of the rest.</param>
    public void Count(string text, string expected)
    {
        var hidden = new bool[text.Length];
        foreach (var span in Emails.In(text))
            hidden.AsSpan(span.Start, span.Length).Fill(true);
        var kept = Kept(text, expected);

        Texts++;
        if (Enumerable.Range(0, text.Length).Any(at => !kept[at] && !hidden[at] && char.IsLetterOrDigit(text[at])))
            Leaks.Add(text);
        if (Enumerable.Range(0, text.Length).Any(at => kept[at] && hidden[at] && !char.IsWhiteSpace(text[at])))
            Losses.Add(text);
    }

    private static bool[] Kept(string text, string expected)
    {
        var kept = new bool[text.Length];
        var pieces = expected.Split(["✂", "🔑"], StringSplitOptions.None);
        var from = 0;
        for (var number = 0; number < pieces.Length; number++)
        {
            var piece = pieces[number];
            var at = number == 0 ? 0 : number == pieces.Length - 1 ? text.Length - piece.Length : text.IndexOf(piece, from, StringComparison.Ordinal);
            Assert.True(at >= from && text.AsSpan(at).StartsWith(piece), $"{expected} is nothing that can remain of {text}");
            kept.AsSpan(at, piece.Length).Fill(true);
            from = at + piece.Length;
        }
        return kept;
    }
}
