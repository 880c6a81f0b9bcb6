namespace Moderation.Text.Phrases;

/// <summary>The consonants of a text, one after the other, and where each stands among its letters.</summary>
internal sealed class Sounds
{
    private byte[] _classes = new byte[512];
    private Place[] _places = new Place[512];
    private Letters _read = new();

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Classes => _classes.AsSpan(0, Count);

    /// <summary>The first letter of a sound.</summary>
    public int From(int sound) => _places[sound].From;

    /// <summary>The letter after a sound.</summary>
    public int To(int sound) => _places[sound].To;

    /// <summary>The first letter of the word that begins with this consonant, vowels before it included; -1 when none does.</summary>
    public int Head(int sound) => _places[sound].Head;

    /// <summary>The letter after the word that ends with this consonant, vowels after it included; -1 when none does.</summary>
    public int Tail(int sound) => _places[sound].Tail;

    /// <summary>A sound as it is written.</summary>
    public Consonant Consonant(int sound) =>
        Phrases.Consonant.Read(_read.All[From(sound)..To(sound)], _classes[sound] == Sound.N && IsBeforeAnother(sound));

    /// <summary>What is heard between a sound and the one before it; of an x both are one letter.</summary>
    public uint Before(int sound) => Vowels.Heard(_read.All[(sound == 0 ? 0 : Math.Min(To(sound - 1), From(sound)))..From(sound)]);

    /// <summary>What is heard before a sound that begins a word; <see cref="Vowels.Anything"/> at a star, and where words are taken apart.</summary>
    public uint AtHead(int sound)
    {
        var head = Head(sound);
        return head > 0 && (_read.Joins(head) || _read.IsVowelAlone(head - 1)) ? Vowels.Anything : Vowels.Heard(_read.All[head..From(sound)]);
    }

    /// <summary>What is heard after a sound that ends a word; <see cref="Vowels.Anything"/> at a star, and where words are taken apart.</summary>
    public uint AtTail(int sound)
    {
        var tail = Tail(sound);
        return Head(sound) >= 0 && _read.EndOfVowels(tail) > tail ? Vowels.Anything : Vowels.Heard(_read.All[To(sound)..tail], isEnd: true);
    }

    /// <summary>Reads the sounds of letters, which must stay as they are for as long as anything is asked about them.</summary>
    public void Read(Letters read)
    {
        _read = read;
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
                if (!Sound.IsNasalSign(letter) || !IsBeforeConsonant(at))
                {
                    isClose = false;
                    continue;
                }
                sound = Sound.N;
            }
            if (letter == 'c' && IsBeforeH(at))
                sound = Sound.C;
            else if (letter == 'x')
                Add(Sound.K, at, ref inWord, wordFrom, isClose);
            Add(sound, at, ref inWord, wordFrom, isClose || letter == 'x');
            isClose = true;
        }
        EndWord(letters.Length, inWord);
    }

    private bool IsBeforeAnother(int sound)
    {
        var to = To(sound);
        if (to == _read.Count || sound + 1 == Count || From(sound + 1) > to || Head(sound) >= 0 || (_read.Begins[to] && !_read.Joins(to)))
            return false;
        return !Alphabet.IsDevanagari(_read.All[to - 1]) || _read.IsBound(to - 1) || Sound.IsNasalSign(_read.All[to - 1]);
    }

    // tt is one sound, and so are ck and त्थ; त and त without a virama between are two.
    private bool IsSame(byte sound, int at)
    {
        var before = at - 1;
        if (_classes[Count - 1] != sound || before < 0)
            return false;
        if (Alphabet.IsDevanagari(_read.All[before]))
            return _read.IsBound(before) || Sound.IsNasalSign(_read.All[before]);
        return sound is Sound.K or Sound.S || _read.All[From(Count - 1)] == _read.All[at];
    }

    private void Add(byte sound, int at, ref int inWord, int wordFrom, bool isClose)
    {
        if (isClose && Count > 0 && IsSame(sound, at))
        {
            Lengthen(at, ref inWord);
            return;
        }
        _classes[Count] = sound;
        _places[Count++] = new Place(at, at + 1, inWord == 0 ? wordFrom : -1, -1);
        inWord++;
    }

    // It may have ended a word, and goes on in the next.
    private void Lengthen(int at, ref int inWord)
    {
        ref var place = ref _places[Count - 1];
        (place.To, place.Tail) = (at + 1, -1);
        inWord = Math.Max(inWord, 1);
    }

    private void EndWord(int at, int inWord)
    {
        if (inWord > 0)
            _places[Count - 1].Tail = at;
    }

    private bool IsBeforeH(int at)
    {
        do
            at++;
        while (at < _read.Count && _read.All[at] == 'c' && IsNext(at));
        return at < _read.Count && _read.All[at] == 'h' && IsNext(at);
    }

    private bool IsBeforeConsonant(int at) =>
        at + 1 < _read.Count && IsNext(at + 1) && Sound.Of(_read.All[at + 1]) is not (Sound.None or Sound.Foreign);

    private bool IsNext(int at) => !_read.Begins[at] || _read.Joins(at);

    private void Reserve(int sounds)
    {
        if (_classes.Length >= sounds)
            return;
        _classes = new byte[sounds];
        _places = new Place[sounds];
    }

    private record struct Place(int From, int To, int Head, int Tail);
}
