namespace Moderation.Text.Phrases;

/// <summary>The work on one text, with buffers that are used again for the next.</summary>
internal sealed class Scan
{
    /// <summary>More hits than a comment of the greatest length has: nobody hides a word behind a thousand milder ones.</summary>
    private const int MostHits = 50_000;

    /// <summary>How far a word is marked around what was found inside it.</summary>
    private const int LongestWord = 64;

    /// <summary>The most letters or syllables without a consonant at the end of a word that is taken apart.</summary>
    private const int MostPieces = 4;

    private readonly Letters _letters = new();
    private readonly Sounds _sounds = new();
    private readonly List<Hit> _hits = [];
    private readonly List<Hit> _plainHits = [];
    private List<Hit> _found = [];
    private readonly Parts _parts = new();

    /// <summary>Every hit in every reading, in no order; valid until the next call.</summary>
    /// <param name="automaton">What is looked for.</param>
    /// <param name="reach">How many words its longest phrase has.</param>
    /// <param name="text">Where.</param>
    public List<Hit> Run(SoundAutomaton automaton, int reach, string text)
    {
        _hits.Clear();
        _found = _hits;
        Run(automaton, text, Reading.Plain, 0, text.Length);
        var doubts = _letters.Doubts;
        if (doubts == Readings.None)
            return _hits;

        var (from, to) = WithNeighbours(text, _letters.Doubtful, reach);
        if (doubts.HasFlag(Readings.Leet))
        {
            Run(automaton, text, Reading.Leet, from, to);
            Run(automaton, text, Reading.LeetOtherwise, from, to);
        }
        if (doubts.HasFlag(Readings.Glued))
            Run(automaton, text, Reading.Glued, from, to);
        if (doubts.HasFlag(Readings.Halved))
            Run(automaton, text, Reading.Halved, from, to);
        if (doubts.HasFlag(Readings.DevanagariOnly))
            Run(automaton, text, Reading.DevanagariOnly, from, to);
        return _hits;
    }

    /// <summary>Every hit in the plain reading of all that may belong to a phrase with one of these hits; valid until the next call.</summary>
    /// <param name="hits">Any but none.</param>
    /// <param name="automaton">What is looked for.</param>
    /// <param name="reach">How many words its longest phrase has.</param>
    /// <param name="text">Where.</param>
    public List<Hit> RunAround(List<Hit> hits, SoundAutomaton automaton, int reach, string text)
    {
        _plainHits.Clear();
        _found = _plainHits;
        var (from, to) = (text.Length, 0);
        foreach (var hit in hits)
            (from, to) = (Math.Min(from, hit.From), Math.Max(to, hit.To));
        (from, to) = WithNeighbours(text, (from, to), reach);
        Run(automaton, text, Reading.Plain, from, to);
        return _plainHits;
    }

    // Of the words around only those are needed that may belong to a phrase with these. What begins with a sign is not counted: it may be no word.
    private static (int From, int To) WithNeighbours(string text, (int From, int To) place, int reach)
    {
        var (from, to) = (place.From, Math.Max(1, place.To));
        for (var words = 0; from > 0 && words < reach; from--)
            words += char.IsWhiteSpace(text[from - 1]) && Alphabet.IsLetter(Alphabet.Of(text[from])) ? 1 : 0;
        for (var words = 0; to < text.Length && words < reach; to++)
            words += Alphabet.IsLetter(Alphabet.Of(text[to - 1])) && char.IsWhiteSpace(text[to]) ? 1 : 0;
        return (from, to);
    }

    private void Run(SoundAutomaton automaton, string text, Reading reading, int from, int to)
    {
        _letters.Read(text, reading, from, to);
        _sounds.Read(_letters);
        _parts.Clear();
        var state = 0;
        var classes = _sounds.Classes;
        for (var at = 0; at < classes.Length && _found.Count < MostHits; at++)
        {
            state = automaton.Next(state, classes[at]);
            var isInside = _sounds.Tail(at) < 0;
            // In the middle of words only what may stand there.
            if ((automaton.KindsAt(state) & Ending.KindsFor(Ending.OpennessOf(false, isInside))) == 0)
                continue;
            for (var ending = automaton.EndingAt(state); ending != 0;)
            {
                ref readonly var found = ref automaton.At(ending);
                var first = at + 1 - found.Depth;
                var needed = Ending.OpennessOf(_sounds.Head(first) < 0, isInside);
                if ((found.Patterns!.Kinds & Ending.KindsFor(needed)) != 0)
                    Compare(found.Patterns, needed, first, at, text);
                ending = found.Shorter;
            }
        }
        _parts.Join(_letters, _found);
    }

    private void Compare(Ending ending, int needed, int first, int last, string text)
    {
        if (needed != 0)
        {
            CompareOthers(ending, needed, first, last, text);
            return;
        }

        var (before, after) = (_sounds.AtHead(first), _sounds.AtTail(last));
        var inside = last - first == 1 ? _sounds.Before(last) : Vowels.Nothing;
        if (before == Vowels.Anything || inside == Vowels.Anything || after == Vowels.Anything)
        {
            Compare(ending.All, first, last, text);
            return;
        }
        if ((ending.Kinds & ~Ending.Strict) != 0)
            CompareOthers(ending, needed, first, last, text);
        if ((ending.Kinds & Ending.Strict) != 0)
            Compare(ending.Between(Ending.KeyOf(before, inside, after)), first, last, text);
    }

    private void CompareOthers(Ending ending, int needed, int first, int last, string text)
    {
        var beginsWithH = _sounds.Head(first) >= 0 && _letters.All[_sounds.Head(first)] is 'h' or 'ह';
        for (var openness = needed; openness < 4; openness++)
        {
            if ((openness & needed) != needed)
                continue;
            foreach (var pattern in ending.Others(openness))
            {
                if (pattern.BeginsWithH == beginsWithH || pattern.IsOpenStart || pattern.WordsBefore > 0)
                    Compare(pattern, first, last, text);
            }
        }
    }

    private void Compare(Pattern[] patterns, int first, int last, string text)
    {
        foreach (var pattern in patterns)
            Compare(pattern, first, last, text);
    }

    private void Compare(Pattern pattern, int first, int last, string text)
    {
        // Cheapest first: hardly any candidate gets past its consonants.
        var left = 0;
        if (pattern.KeepsScript && Alphabet.IsDevanagari(_letters.All[_sounds.From(first)]) != pattern.IsDevanagari)
            return;
        if (pattern.IsSpoken ? (left = Spoken.CompareInside(pattern, _letters, _sounds, first)) < 0 : _letters.All[_sounds.From(first)] != pattern.FirstConsonant)
            return;
        var head = Head(pattern, first);
        var tail = Tail(pattern, last);
        if (head < 0 || tail < 0 || Compare(pattern, left, first, last, head, tail, text))
            return;
        // "c h u t i y a", and by syllables as Devanagari is taken apart: the last pieces may have no consonant.
        for (var piece = 0; piece < MostPieces && pattern.VowelsAfter != Vowels.Nothing && _letters.EndOfVowels(tail) is var end && end > tail; piece++)
        {
            tail = end;
            if (Compare(pattern, left, first, last, head, tail, text))
                return;
        }
    }

    private bool Compare(Pattern pattern, int left, int first, int last, int head, int tail, string text)
    {
        if (!(pattern.IsSpoken ? IsHeard(pattern, left, first, last, head, tail) : IsSpelled(pattern, head, tail)) || !Place.IsRight(pattern, _letters, text, head, tail))
            return false;
        var isPlain = IsPlain(pattern, head, tail, text);
        if ((pattern.IsInnocent && !isPlain) || (pattern.Numbers.Count > 0 && !Numbers.AreNear(pattern.Numbers, text, _letters.From(head), _letters.To(tail - 1))))
            return false;

        var hit = new Hit(pattern, _letters.From(head), _letters.To(tail - 1), _letters.From(WordFrom(head)), _letters.To(WordTo(tail) - 1), isPlain);
        if (pattern.Parts == 1)
            _found.Add(hit);
        else
            _parts.Add(hit, head, tail);
        return true;
    }

    private bool IsHeard(Pattern pattern, int left, int first, int last, int head, int tail)
    {
        var letters = _letters.All;
        var (from, to) = (_sounds.From(first), _sounds.To(last));
        return Spoken.MatchesAtEdges(
            pattern, left, letters[head..from], Alphabet.IsDevanagari(letters[from]), letters[to..tail], Alphabet.IsDevanagari(letters[_sounds.From(last)]));
    }

    private bool IsSpelled(Pattern pattern, int head, int tail)
    {
        var letters = _letters.All[head..tail];
        var phrase = pattern.Letters;
        if (!pattern.IsOpenStart && letters[0] != phrase[0] && letters[0] != Alphabet.Star)
            return false;
        if (!pattern.IsOpenEnd && letters[^1] != phrase[^1] && letters[^1] != Alphabet.Star)
            return false;
        return Written.Matches(phrase, letters, pattern.IsOpenStart, pattern.IsOpenEnd);
    }

    private int Head(Pattern pattern, int first)
    {
        var begins = _letters.Begins;
        var floor = first == 0 ? 0 : _sounds.To(first - 1);
        var head = _sounds.Head(first);
        var hasNothingBefore = pattern.VowelsBefore == Vowels.Nothing && !pattern.BeginsWithH;
        if (head < 0)
        {
            for (head = _sounds.From(first); !hasNothingBefore && head > floor && !begins[head];)
                head--;
            return head;
        }
        if (hasNothingBefore)
            return _letters.All[head] == Alphabet.Star ? _sounds.From(first) : head;
        // "i d i o t": the vowel stands alone before.
        while (pattern.WordsBefore == 0 && head > floor && begins[head] && (_letters.Joins(head) || _letters.IsVowelAlone(head - 1)))
            head--;
        // "i will": so does a word without a consonant.
        for (var word = 0; word < pattern.WordsBefore; word++)
        {
            if (head == floor)
                return -1;
            for (head--; head > floor && !begins[head];)
                head--;
        }
        return head;
    }

    private int Tail(Pattern pattern, int last)
    {
        var begins = _letters.Begins;
        var ceiling = last + 1 == _sounds.Count ? _letters.Count : _sounds.From(last + 1);
        var tail = _sounds.Tail(last);
        if (tail < 0)
        {
            for (tail = _sounds.To(last); tail < ceiling && !begins[tail];)
                tail++;
            return tail;
        }
        for (var word = 0; word < pattern.WordsAfter; word++)
        {
            if (tail >= ceiling)
                return -1;
            for (tail++; tail < ceiling && !begins[tail];)
                tail++;
            if (tail == ceiling && tail < _letters.Count && !begins[tail])
                return -1;
        }
        return tail;
    }

    private int WordFrom(int head)
    {
        for (var floor = head - LongestWord; head > floor && !_letters.Begins[head];)
            head--;
        return head;
    }

    private int WordTo(int tail)
    {
        for (var ceiling = Math.Min(_letters.Count, tail + LongestWord); tail < ceiling && !_letters.Begins[tail];)
            tail++;
        return tail;
    }

    private bool IsPlain(Pattern pattern, int head, int tail, string text)
    {
        var letters = _letters.All[head..tail];
        if (pattern.IsOpenEnd && letters.Length > pattern.Letters.Length)
            letters = letters[..pattern.Letters.Length];
        if (!letters.SequenceEqual(pattern.Letters))
            return false;
        var breaks = 0;
        for (var at = 0; at < letters.Length; at++)
        {
            var letter = head + at;
            if (text[_letters.From(letter)] != letters[at])
                return false;
            if (at > 0 && !_letters.Begins[letter] && _letters.From(letter) != _letters.To(letter - 1))
                return false;
            if (at == 0 || !_letters.Begins[letter])
                continue;
            if (breaks == pattern.Breaks.Count || pattern.Breaks[breaks++] != at)
                return false;
        }
        return breaks == pattern.Breaks.Count;
    }
}
