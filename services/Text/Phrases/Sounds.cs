namespace Moderation.Text.Phrases;

/// <summary>The consonants of a text, one after the other, and where each stands among its letters.</summary>
internal sealed class Sounds
{
    private byte[] _classes = new byte[512];
    private int[] _from = new int[512];
    private int[] _to = new int[512];
    private int[] _heads = new int[512];
    private int[] _tails = new int[512];
    private uint[] _before = new uint[512];
    private uint[] _atHead = new uint[512];
    private uint[] _atTail = new uint[512];

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Classes => _classes.AsSpan(0, Count);

    /// <summary>The first letter of a sound.</summary>
    public int From(int sound) => _from[sound];

    /// <summary>The letter after a sound.</summary>
    public int To(int sound) => _to[sound];

    /// <summary>The first letter of the word that begins with this consonant, vowels before it included; -1 when none does.</summary>
    public int Head(int sound) => _heads[sound];

    /// <summary>The letter after the word that ends with this consonant, vowels after it included; -1 when none does.</summary>
    public int Tail(int sound) => _tails[sound];

    /// <summary>A sound as it is written.</summary>
    public Consonant Consonant(Letters read, int sound) =>
        Phrases.Consonant.Read(read.All[_from[sound].._to[sound]], _classes[sound] == Sound.N && IsBeforeAnother(read, sound));

    /// <summary>What is heard between a sound and the one before it.</summary>
    public uint Before(int sound) => _before[sound];

    /// <summary>What is heard before a sound in the word that begins with it; <see cref="Vowels.Anything"/> at a star, and where words are taken apart.</summary>
    public uint AtHead(int sound) => _atHead[sound];

    /// <summary>What is heard after a sound in the word that ends with it; <see cref="Vowels.Anything"/> at a star, and where words are taken apart.</summary>
    public uint AtTail(int sound) => _atTail[sound];

    public void Read(Letters read)
    {
        Reserve(read.Count * 2);
        Count = 0;
        var letters = read.All;
        var begins = read.Begins;
        var wordFrom = 0;
        var inWord = 0;
        var isClose = false;
        for (var at = 0; at < letters.Length; at++)
        {
            if (begins[at])
            {
                EndWord(at, inWord);
                (wordFrom, inWord) = (at, 0);
                isClose = isClose && read.Joins(at);
            }

            var letter = letters[at];
            if (letter == 'h')
            {
                if (isClose)
                    Lengthen(at, ref inWord);
                continue;
            }
            var sound = Sound.Of(letter);
            if (sound == Sound.None)
            {
                if (!Sound.IsNasalSign(letter) || !IsBeforeConsonant(read, at))
                {
                    isClose = false;
                    continue;
                }
                sound = Sound.N;
            }
            if (letter == 'c' && IsBeforeH(read, at))
                sound = Sound.C;
            else if (letter == 'x')
                Add(read, Sound.K, at, ref inWord, wordFrom, isClose);
            Add(read, sound, at, ref inWord, wordFrom, isClose || letter == 'x');
            isClose = true;
        }
        EndWord(letters.Length, inWord);
        Listen(read);
    }

    private void Listen(Letters read)
    {
        var letters = read.All;
        var after = 0;
        for (var sound = 0; sound < Count; sound++)
        {
            var (from, to) = (_from[sound], _to[sound]);
            _before[sound] = Vowels.Heard(letters[Math.Min(after, from)..from]);
            if (_heads[sound] is >= 0 and var head)
                _atHead[sound] = head > 0 && (read.Joins(head) || read.IsVowelAlone(head - 1)) ? Vowels.Anything : Vowels.Heard(letters[head..from]);
            if (_tails[sound] is >= 0 and var tail)
                _atTail[sound] = _heads[sound] >= 0 && read.EndOfVowels(tail) > tail ? Vowels.Anything : Vowels.Heard(letters[to..tail], isEnd: true);
            after = to;
        }
    }

    private bool IsBeforeAnother(Letters read, int sound)
    {
        var to = _to[sound];
        if (to == read.Count || sound + 1 == Count || _from[sound + 1] > to || _heads[sound] >= 0 || (read.Begins[to] && !read.Joins(to)))
            return false;
        return !Alphabet.IsDevanagari(read.All[to - 1]) || read.IsBound(to - 1) || Sound.IsNasalSign(read.All[to - 1]);
    }

    // tt is one sound, and so are ck and त्थ; त and त without a virama between are two.
    private bool IsSame(Letters read, byte sound, int at)
    {
        var before = at - 1;
        if (_classes[Count - 1] != sound || before < 0)
            return false;
        if (Alphabet.IsDevanagari(read.All[before]))
            return read.IsBound(before) || Sound.IsNasalSign(read.All[before]);
        return sound is Sound.K or Sound.S || read.All[_from[Count - 1]] == read.All[at];
    }

    private void Add(Letters read, byte sound, int at, ref int inWord, int wordFrom, bool isClose)
    {
        if (isClose && Count > 0 && IsSame(read, sound, at))
        {
            Lengthen(at, ref inWord);
            return;
        }
        _classes[Count] = sound;
        _from[Count] = at;
        _to[Count] = at + 1;
        _heads[Count] = inWord == 0 ? wordFrom : -1;
        _tails[Count] = -1;
        Count++;
        inWord++;
    }

    // It may have ended a word, and goes on in the next.
    private void Lengthen(int at, ref int inWord)
    {
        _to[Count - 1] = at + 1;
        _tails[Count - 1] = -1;
        inWord = Math.Max(inWord, 1);
    }

    private void EndWord(int at, int inWord)
    {
        if (inWord > 0)
            _tails[Count - 1] = at;
    }

    private static bool IsBeforeH(Letters read, int at)
    {
        do
            at++;
        while (at < read.Count && read.All[at] == 'c' && IsNext(read, at));
        return at < read.Count && read.All[at] == 'h' && IsNext(read, at);
    }

    private static bool IsBeforeConsonant(Letters read, int at) =>
        at + 1 < read.Count && IsNext(read, at + 1) && Sound.Of(read.All[at + 1]) is not (Sound.None or Sound.Foreign);

    private static bool IsNext(Letters read, int at) => !read.Begins[at] || read.Joins(at);

    private void Reserve(int sounds)
    {
        if (_classes.Length >= sounds)
            return;
        _classes = new byte[sounds];
        _from = new int[sounds];
        _to = new int[sounds];
        _heads = new int[sounds];
        _tails = new int[sounds];
        _before = new uint[sounds];
        _atHead = new uint[sounds];
        _atTail = new uint[sounds];
    }
}
