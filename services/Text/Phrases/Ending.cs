namespace Moderation.Text.Phrases;

/// <summary>
/// The patterns that end in one state, by the vowels around their consonants. Of those with few consonants only the ones whose
/// words begin and end alike can match, and of those with one or two only the ones alike in between: the others need not be compared.
/// </summary>
internal sealed class Ending
{
    /// <summary>The kind that matches only whole words between certain vowels.</summary>
    public const byte Strict = 1 << 4;

    private readonly Pattern[][] _others = new Pattern[4][];
    private readonly uint[] _keys;
    private readonly Pattern[][] _patterns;

    public Ending(List<Pattern> patterns)
    {
        All = [.. patterns];
        for (var open = 0; open < _others.Length; open++)
            _others[open] = [.. patterns.Where(pattern => !IsStrict(pattern) && OpennessOf(pattern.IsOpenStart, pattern.IsOpenEnd) == open)];
        var groups = patterns.Where(IsStrict).GroupBy(KeyOf).OrderBy(group => group.Key).ToArray();
        _keys = [.. groups.Select(group => group.Key)];
        Kinds = (byte)(Enumerable.Range(0, _others.Length).Sum(open => _others[open].Length > 0 ? 1 << open : 0) | (_keys.Length > 0 ? Strict : 0));
        _patterns = [.. groups.Select(group => group.ToArray())];
    }

    /// <summary>All of them.</summary>
    public Pattern[] All { get; }

    /// <summary>Those that may match whatever the vowels, by where their words may go on.</summary>
    /// <param name="openness">As <see cref="OpennessOf"/> gives it.</param>
    public Pattern[] Others(int openness) => _others[openness];

    /// <summary>Those that match only between these vowels.</summary>
    /// <param name="key">As <see cref="KeyOf(uint, uint, uint)"/> gives it.</param>
    public Pattern[] Between(uint key) => Array.BinarySearch(_keys, key) is >= 0 and var at ? _patterns[at] : [];

    /// <summary>A number below 4: whether a word may begin before a pattern, and whether one may end after it.</summary>
    public static int OpennessOf(bool isOpenStart, bool isOpenEnd) => (isOpenStart ? 1 : 0) | (isOpenEnd ? 2 : 0);

    /// <summary>Which kinds there are: a bit for each openness, and <see cref="Strict"/>.</summary>
    public byte Kinds { get; }

    /// <summary>Which kinds may stand in a place.</summary>
    /// <param name="needed">The openness that the place asks for.</param>
    public static int KindsFor(int needed) => needed switch { 0 => 0b1_1111, 1 => 0b1010, 2 => 0b1100, _ => 0b1000 };

    /// <summary>Stands for vowels that may be taken for each other.</summary>
    /// <param name="before">Before the first consonant.</param>
    /// <param name="inside">Between two consonants, if there are just two.</param>
    /// <param name="after">After the last.</param>
    public static uint KeyOf(uint before, uint inside, uint after) =>
        Vowels.Rough(before) * 0x9E3779B1 ^ (inside == Vowels.A ? Vowels.Nothing : Vowels.Rough(inside)) * 0x85EBCA77 ^ Vowels.Rough(after);

    private static uint KeyOf(Pattern pattern) =>
        KeyOf(pattern.AtHead, pattern.Sounds.Length == 2 ? pattern.Sounds[1].VowelsBefore : Vowels.Nothing, pattern.AtTail);

    private static bool IsStrict(Pattern pattern) =>
        !pattern.IsOpenStart && !pattern.IsOpenEnd
        && (!pattern.IsSpoken || (pattern.Sounds.Length <= Spoken.FewConsonants && (!pattern.BeginsWithH || pattern.Sounds.Length == 1)));
}
