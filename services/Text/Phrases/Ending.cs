namespace Moderation.Text.Phrases;

/// <summary>
/// The patterns that end in one state, by the vowels they end in: of those with few consonants only the ones that agree there
/// can match, so that the others need not be compared.
/// </summary>
internal sealed class Ending
{
    private readonly (uint Vowels, Pattern[] Patterns)[] _byVowels;

    public Ending(List<Pattern> patterns)
    {
        All = [.. patterns];
        Others = [.. patterns.Where(pattern => !IsStrict(pattern))];
        _byVowels = [.. patterns.Where(IsStrict).GroupBy(pattern => Vowels.Rough(pattern.Vowels[^1])).Select(group => (group.Key, group.ToArray()))];
    }

    /// <summary>All of them.</summary>
    public Pattern[] All { get; }

    /// <summary>Those that may match whatever vowels the text ends in.</summary>
    public Pattern[] Others { get; }

    /// <summary>Those that match only before these vowels.</summary>
    /// <param name="vowels">As <see cref="Vowels.Rough"/> gives them.</param>
    public Pattern[] Before(uint vowels)
    {
        foreach (var (key, patterns) in _byVowels)
        {
            if (key == vowels)
                return patterns;
        }
        return [];
    }

    private static bool IsStrict(Pattern pattern) =>
        !pattern.IsOpenEnd && pattern.WordsAfter == 0 && (!pattern.IsSpoken || pattern.Classes.Length <= Spoken.FewConsonants);
}
