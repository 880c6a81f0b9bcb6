using System.Text;

namespace Moderation.Text.Phrases;

/// <summary>The letters of a text in one reading, each knowing its place in the view. Made to be used again and again.</summary>
internal sealed class Letters
{
    /// <summary>A letter that goes on and on is kept so often.</summary>
    private const int LongestRun = 3;

    // "bookkeeper" is as far as English goes.
    private const int ManyPairs = 3;

    private char[] _letters = new char[512];
    private int[] _from = new int[512];
    private int[] _to = new int[512];
    private bool[] _begins = new bool[512];
    private bool[] _bound = new bool[512];
    private Reading _reading;
    private bool _hasSign;
    private SignRun _signs;
    private StarRun _stars;

    public int Count { get; private set; }

    /// <summary>The readings that would give other letters.</summary>
    public Readings Doubts { get; private set; }

    public ReadOnlySpan<char> All => _letters.AsSpan(0, Count);

    /// <summary>Whether a word begins with each letter.</summary>
    public ReadOnlySpan<bool> Begins => _begins.AsSpan(0, Count);

    /// <summary>Whether a virama binds the letter to the next.</summary>
    public bool IsBound(int letter) => _bound[letter];

    /// <summary>Where the letter begins in the view.</summary>
    public int From(int letter) => _from[letter];

    /// <summary>Where the letter ends in the view, with its marks.</summary>
    public int To(int letter) => _to[letter];

    /// <summary>Whether the word that begins with this letter and the one before it are single letters and so belong together, as in "f u c k".</summary>
    public bool Joins(int letter) =>
        letter > 0 && _begins[letter - 1] && (letter + 1 == Count || _begins[letter + 1]) && _letters[letter] != Alphabet.Star;

    /// <summary>Whether a letter is a word by itself, of Devanagari: अ बे.</summary>
    public bool IsVowelAlone(int letter) => _begins[letter] && Alphabet.IsDevanagari(_letters[letter]);

    /// <summary>
    /// Where the word ends that begins with a letter, if it may be the end of the one before: "c h u t i y a", and चू ति या, as
    /// Devanagari is taken apart. Where it begins if not.
    /// </summary>
    public int EndOfVowels(int letter)
    {
        const int Syllable = 2;
        var end = letter;
        while (end < Count && end - letter < Syllable && Sound.Of(_letters[end]) == Sound.None && (end == letter || !_begins[end]))
            end++;
        var isWhole = end == Count || _begins[end];
        return end > letter && isWhole && (Joins(letter) || Alphabet.IsDevanagari(_letters[letter])) ? end : letter;
    }

    /// <summary>Where in the view the first and the last doubt are.</summary>
    public (int From, int To) Doubtful { get; private set; }

    public void Read(string text, Reading reading) => Read(text, reading, 0, text.Length);

    /// <summary>Reads a part of a view.</summary>
    public void Read(string text, Reading reading, int start, int stop)
    {
        Reserve(stop - start);
        Count = 0;
        Doubts = Readings.None;
        Doubtful = (stop, start);
        _reading = reading;
        _hasSign = false;
        _signs = default;
        _stars = default;
        var begins = true;
        var wasSeparated = false;
        var script = Script.None;
        var (run, pairs) = (0, 0);
        for (var at = start; at < stop; at++)
        {
            var unit = text[at];
            var code = Alphabet.Of(unit);
            var end = at + 1;
            if (code == Alphabet.Space)
            {
                (begins, wasSeparated) = (true, false);
                continue;
            }
            // Nearly every letter: it is like the word so far, and unlike the letter before it.
            if (code >= 'a' && pairs == 0 && !wasSeparated && code != Alphabet.Virama && (begins || code != _letters[Count - 1]))
            {
                if (begins)
                    (script, _hasSign) = (Script.None, false);
                if (script == Script.None || (script == Script.Devanagari && code > 'z'))
                {
                    script = code > 'z' ? Script.Devanagari : Script.None;
                    Add(code, at, end, begins);
                    (run, begins) = (1, false);
                    continue;
                }
            }
            if (code < 'a')
            {
                code = Sign(text, at, code, begins, ref end);
                if (code is Alphabet.Ignored)
                {
                    if (Count > 0 && !begins)
                        _to[Count - 1] = end;
                    at = end - 1;
                    continue;
                }
                if (code is Alphabet.Apostrophe or Alphabet.Separator)
                {
                    if (code != Alphabet.Separator)
                        (begins, wasSeparated) = (true, false);
                    else if (!begins)
                    {
                        wasSeparated = true;
                        begins = reading != Reading.Glued;
                    }
                    at = end - 1;
                    continue;
                }
            }

            if (code == Alphabet.Virama)
            {
                if (Count > 0 && !begins)
                {
                    _to[Count - 1] = end;
                    _bound[Count - 1] = true;
                }
                continue;
            }
            if (wasSeparated)
                Doubt(Readings.Glued, at);
            wasSeparated = false;
            script = ScriptAfter(script, code, begins, at);
            if (script == Script.LatinInDevanagari && reading == Reading.DevanagariOnly && Alphabet.IsLatin(code))
            {
                _to[Count - 1] = end;
                continue;
            }

            var isRun = !begins && Count > 0 && _letters[Count - 1] == code;
            run = isRun ? run + 1 : 1;
            pairs = begins ? 0 : run == 2 ? pairs + 1 : run > 2 || _letters[Count - 1] == code || IsPair() ? pairs : 0;
            if (pairs >= ManyPairs)
                Doubt(Readings.Halved, at);
            if (run > LongestRun || (reading == Reading.Halved && run % 2 == 0))
                _to[Count - 1] = end;
            else
            {
                _hasSign = Leet.IsSign(unit) || (_hasSign && !begins);
                Add(code, at, end, begins);
            }
            begins = false;
            at = end - 1;
        }
    }

    private void Add(char letter, int from, int to, bool begins)
    {
        var count = Count;
        _letters[count] = letter;
        _from[count] = from;
        _to[count] = to;
        _bound[count] = false;
        _begins[count] = begins;
        Count = count + 1;
    }

    private void Doubt(Readings readings, int at)
    {
        Doubts |= readings;
        Doubtful = (Math.Min(Doubtful.From, at), at);
    }

    private bool IsPair() => Count > 1 && _letters[Count - 2] == _letters[Count - 1];

    private char Sign(string text, int at, char code, bool begins, ref int end)
    {
        if (Alphabet.IsPair(code))
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            end = at + length;
            return Alphabet.Of(rune);
        }
        if (code == Alphabet.Separator && Leet.IsSign(text[at]))
            return LeetLetter(text, at, begins);
        if (code != Alphabet.Star)
            return code;
        if (at >= _stars.End)
            _stars = StarRun.Read(text, at);
        if (!_stars.MayBeLetters)
            return Alphabet.Separator;
        Doubt(Readings.Glued, at);
        return _reading == Reading.Glued ? Alphabet.Separator : code;
    }

    private char LeetLetter(string text, int at, bool begins)
    {
        if (at >= _signs.End)
            _signs = SignRun.Read(text, at);
        var isInside = !begins && Count > 0 && Alphabet.IsLatin(_letters[Count - 1]);
        var isReading = _reading is Reading.Leet or Reading.LeetOtherwise;
        // Where other words are in leetspeak, a short number is one too.
        var isAlone = isReading && begins && !_signs.IsBeforeLetter && _signs.End - at <= LongestRun;
        if (!isInside && !_signs.IsBeforeLetter && !isAlone)
            return Alphabet.Separator;
        if (!_signs.IsBeforeLetter && at > _signs.LastLetter)
            return Alphabet.Separator;
        // A number behind a word is a number, unless there are signs in the word, or it is short, or one digit again and again.
        if (_signs.IsNumber && !_signs.IsBeforeLetter && !isAlone && !_hasSign)
            return Alphabet.Separator;

        Doubt(Readings.Leet, at);
        return isReading && Leet.LetterOf(text[at], _reading == Reading.LeetOtherwise) is not '\0' and var letter ? letter : Alphabet.Separator;
    }

    private Script ScriptAfter(Script before, char code, bool begins, int at)
    {
        if (begins)
            before = Script.None;
        if (Alphabet.IsDevanagari(code))
        {
            if (before == Script.LatinInDevanagari)
                Doubt(Readings.DevanagariOnly, at);
            return Script.Devanagari;
        }
        return before != Script.None && Alphabet.IsLatin(code) ? Script.LatinInDevanagari : Script.None;
    }

    private void Reserve(int units)
    {
        if (_letters.Length >= units)
            return;
        var size = Math.Max(units, _letters.Length * 2);
        _letters = new char[size];
        _from = new int[size];
        _to = new int[size];
        _begins = new bool[size];
        _bound = new bool[size];
    }

    private enum Script
    {
        None,
        Devanagari,
        LatinInDevanagari,
    }
}
