using System.Text.RegularExpressions;

namespace Moderation.Text.Phrases;

/// <summary>Makes of a phrase all the patterns that it is looked for by.</summary>
internal sealed partial class PatternCompiler
{
    private const string Room = " ... ";

    // Each doubles the patterns of a phrase.
    private const int MostOptionalNasals = 3;

    private readonly Letters _letters = new();
    private readonly Sounds _sounds = new();

    public static string[] PartsOf(string text) => text.Split(Room, StringSplitOptions.RemoveEmptyEntries);

    public static bool HasConsonant(string text)
    {
        var compiler = new PatternCompiler();
        return compiler.TryRead(text);
    }

    /// <exception cref="ArgumentException">The entry is faulty.</exception>
    public IEnumerable<Pattern> Compile(Phrase phrase, int number)
    {
        if (Phrase.FaultOf(phrase.Text) is { } fault)
            throw new ArgumentException($"“{phrase.Text}”: {fault}.", nameof(phrase));

        var parts = PartsOf(phrase.Text.TrimStart('='));
        for (var part = 0; part < parts.Length; part++)
        {
            var text = parts[part].Trim();
            var isOpenStart = text.StartsWith('*');
            var isOpenEnd = text.EndsWith('*');
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var numbers = Numbers.In(text);
            foreach (var form in Forms(text.Trim('*'), phrase.Language))
            {
                foreach (var variant in Variants(form, phrase))
                {
                    if (!seen.Add(variant) || !TryRead(variant))
                        continue;
                    var pattern = Read(phrase, number, part, parts.Length, isOpenStart, isOpenEnd, numbers);
                    yield return pattern;
                    // Written together, doubled consonants become one, and words without a consonant vanish.
                    if (pattern.Breaks.Count > 0 && !phrase.IsInnocent && TryRead(variant.Replace(" ", "", StringComparison.Ordinal))
                        && (pattern.WordsBefore + pattern.WordsAfter > 0 || !_sounds.Classes.SequenceEqual(pattern.Sounds.Select(sound => sound.Class).ToArray())))
                        yield return Read(phrase, number, part, parts.Length, isOpenStart, isOpenEnd, numbers) with { IsGlued = true };
                }
            }
        }
    }

    private Pattern Read(Phrase phrase, int number, int part, int parts, bool isOpenStart, bool isOpenEnd, IReadOnlyList<string> numbers)
    {
        var letters = _letters.All;
        SpokenConsonant[] sounds =
        [
            .. Enumerable.Range(0, _sounds.Count).Select(sound => new SpokenConsonant(_sounds.Classes[sound], _sounds.Consonant(sound), _sounds.Before(sound), WordWeight(sound))),
        ];
        var after = Vowels.Heard(letters[_sounds.To(_sounds.Count - 1)..], isEnd: true);
        var keepsScript = phrase.Text.StartsWith('=');
        var begins = _letters.Begins.ToArray();
        int[] breaks = [.. Enumerable.Range(1, begins.Length - 1).Where(at => begins[at])];
        var (first, last) = (_sounds.From(0), _sounds.From(_sounds.Count - 1));
        return new Pattern
        {
            Phrase = number,
            Part = part,
            Parts = parts,
            IsInnocent = phrase.IsInnocent,
            // An abbreviation has no vowels to be heard, and what is innocent is so as it is written.
            IsSpoken = phrase.Language != "en" && !phrase.IsInnocent
                && (sounds[0].Consonant.IsDevanagari || (!keepsScript && (after != Vowels.Nothing || Array.Exists(sounds, sound => sound.VowelsBefore != Vowels.Nothing)))),
            KeepsScript = keepsScript,
            IsOpenStart = isOpenStart,
            IsOpenEnd = isOpenEnd,
            Letters = letters.ToString(),
            IsGlued = false,
            Numbers = numbers,
            Breaks = breaks,
            WordsBefore = breaks.Count(at => at <= first),
            WordsAfter = breaks.Count(at => at > last),
            Sounds = sounds,
            VowelsAfter = after,
            AtHead = _sounds.AtHead(0),
            AtTail = _sounds.AtTail(_sounds.Count - 1),
            BeginsWithH = letters[0] is 'h' or 'ह',
            FirstConsonant = letters[first],
        };
    }

    private int WordWeight(int sound)
    {
        if (_sounds.Head(sound) is not (>= 0 and var head))
            return 0;
        var last = sound;
        while (_sounds.Tail(last) < 0)
            last++;
        return last - sound + 1 + (_letters.All[head] is 'h' or 'ह' ? 1 : 0);
    }

    private bool TryRead(string text)
    {
        _letters.Read(TextView.Clean(text).Text, Reading.Plain);
        _sounds.Read(_letters);
        return _sounds.Count > 0 && !_sounds.Classes.Contains(Sound.Foreign) && _letters.Count < Written.Longest;
    }

    private static IEnumerable<string> Forms(string text, string language)
    {
        IEnumerable<string> forms = [""];
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] endings = word.Length > 1 && word.EndsWith('+') ? [.. Endings.Of(word[..^1], language)] : [word];
            forms = [.. forms.SelectMany(form => endings.Select(ending => form.Length == 0 ? ending : $"{form} {ending}"))];
        }
        return forms;
    }

    // Written without its virama, a doubled consonant is two.
    private static IEnumerable<string> Variants(string form, Phrase phrase)
    {
        // What is innocent is innocent as it is written.
        if (phrase.Language == "en" || phrase.IsInnocent)
            return [form];
        var apart = Doubled().Replace(form, "$1$1");
        return apart == form ? NasalVariants(form) : NasalVariants(form).Concat(NasalVariants(apart));
    }

    [GeneratedRegex("([क-ह])\u094D\\1")]
    private static partial Regex Doubled();

    /// <summary>At the end of a word a nasal sign is often left out, and in Latin letters an n.</summary>
    private static IEnumerable<string> NasalVariants(string form)
    {
        IEnumerable<string> variants = [""];
        var nasals = 0;
        foreach (var word in form.Split(' '))
        {
            // The n of -on, -en and -iyan is a nasal sign; that of badan is a letter.
            var isNasal = word.Length > 3 && (Sound.IsNasalSign(word[^1]) || word.EndsWith("on", StringComparison.Ordinal)
                || word.EndsWith("en", StringComparison.Ordinal) || word.EndsWith("in", StringComparison.Ordinal) || word.EndsWith("yan", StringComparison.Ordinal));
            string[] ways = isNasal && ++nasals <= MostOptionalNasals ? [word, Sound.IsNasalSign(word[^1]) ? word[..^1] + "न" : word[..^1]] : [word];
            variants = [.. variants.SelectMany(variant => ways.Select(way => variant.Length == 0 ? way : $"{variant} {way}"))];
        }
        return variants;
    }
}
