namespace Moderation.Text.Phrases;

/// <summary>
/// Finds the phrases of a list however they are disguised, in one pass however long the list is. The consonants of the text run
/// through one automaton; what it finds is then compared letter by letter, in writing or by ear. Immutable: share one among threads.
/// </summary>
public sealed class PhraseMatcher
{
    // "s t u p i d": a word may be written as many.
    private const int FewestWords = 8;

    [ThreadStatic]
    private static Scan? _scan;

    private readonly SoundAutomaton _automaton;
    private readonly SoundAutomaton _innocent;
    private readonly int _reach;
    private readonly int _reachOfInnocent;

    /// <param name="phrases">As a list writes them; innocent ones among them.</param>
    /// <exception cref="ArgumentException">An entry is faulty; <see cref="Phrase.FaultOf"/> says so beforehand.</exception>
    public PhraseMatcher(IReadOnlyList<Phrase> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);

        var compiler = new PatternCompiler();
        var patterns = phrases.SelectMany((phrase, number) => compiler.Compile(phrase, number)).ToLookup(pattern => pattern.IsInnocent);
        _automaton = new SoundAutomaton([.. patterns[false]]);
        _innocent = new SoundAutomaton([.. patterns[true]]);
        _reach = ReachOf(phrases.Where(phrase => !phrase.IsInnocent));
        _reachOfInnocent = ReachOf(phrases.Where(phrase => phrase.IsInnocent));
    }

    /// <summary>Every phrase that stands in the text, in the order of the text; of one phrase only the longest at each place.</summary>
    /// <param name="view">Best <see cref="TextView.Decoded"/>, so that entities are read too.</param>
    public IReadOnlyList<PhraseMatch> Find(TextView view)
    {
        ArgumentNullException.ThrowIfNull(view);

        _scan ??= new Scan();
        var hits = _scan.Run(_automaton, _reach, view.Text);
        return hits.Count == 0 ? [] : Hits.Settle(hits, _scan.RunAround(hits, _innocent, _reachOfInnocent, view.Text), view);
    }

    private static int ReachOf(IEnumerable<Phrase> phrases) => phrases.Select(phrase => phrase.MostWords).Append(FewestWords).Max();
}
