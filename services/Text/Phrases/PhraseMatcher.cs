namespace Moderation.Text.Phrases;

/// <summary>Finds the phrases of a list in one pass, however long the list is and however they are disguised. Immutable: share one among threads.</summary>
public sealed class PhraseMatcher
{
    private readonly WordMatcher _words;

    /// <param name="phrases">As a list writes them; innocent ones among them.</param>
    public PhraseMatcher(IReadOnlyList<Phrase> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        _words = new WordMatcher([.. phrases.Select(phrase => phrase.IsInnocent ? "" : phrase.Text)]);
    }

    /// <summary>Every phrase that stands in the text, in the order of the text, but for those wholly inside a longer one.</summary>
    public IReadOnlyList<PhraseMatch> Find(TextView view) => [.. _words.Find(view).Select(match => new PhraseMatch(match.Entry, match.Span, false))];
}
