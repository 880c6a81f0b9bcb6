namespace Moderation.Text.Phrases;

/// <summary>
/// Consonants as both scripts write them, in twelve classes: k ख q are one, t ट थ are one. Vowels, h and y belong to none;
/// they are compared only once the consonants agree.
/// </summary>
internal static class Sound
{
    /// <summary>How many classes there are, and 0 for none.</summary>
    public const int Classes = 14;

    public const byte None = 0;
    public const byte K = 1;
    public const byte G = 2;
    public const byte C = 3;
    public const byte J = 4;
    public const byte T = 5;
    public const byte D = 6;
    public const byte N = 7;
    public const byte P = 8;
    public const byte B = 9;
    public const byte R = 10;
    public const byte L = 11;
    public const byte S = 12;

    /// <summary>A letter of another script; no phrase has one.</summary>
    public const byte Foreign = 13;

    private static readonly byte[] _classes = Build(
        ("kcqकख", K), ("gगघॻ", G), ("चछ", C), ("jzजझॼॹ", J), ("tटठतथ", T), ("dडढदधॾॸ", D), ("nmङञणनमऩ", N), ("pfपफ", P), ("bvwबभवॿ", B), ("rरऱऋृ", R),
        ("lलळऴ", L), ("sxशषस", S), ("?", Foreign));

    /// <summary>The class of a letter of <see cref="Alphabet"/>; c before h is C, and x a K before its S.</summary>
    public static byte Of(char letter) => letter < _classes.Length ? _classes[letter] : None;

    /// <summary>Whether the letter is breathed: ख, थ, फ.</summary>
    public static bool IsAspirate(char letter) => letter is 'ख' or 'घ' or 'छ' or 'झ' or 'ठ' or 'ढ' or 'थ' or 'ध' or 'भ' or 'फ';

    /// <summary>Anusvara and chandrabindu.</summary>
    public static bool IsNasalSign(char letter) => letter is '\u0900' or '\u0901' or '\u0902';

    private static byte[] Build(params (string Letters, byte Class)[] rows)
    {
        var classes = new byte[0x980];
        foreach (var (letters, sound) in rows)
        {
            foreach (var letter in letters)
                classes[letter] = sound;
        }
        return classes;
    }
}
