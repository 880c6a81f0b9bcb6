namespace Moderation.Servers;

/// <summary>Makes texts differ.</summary>
public static class Unlike
{
    /// <summary>
    /// A word that nothing else has. Of vowels alone, because every listed word has a consonant: the digits and letters of a
    /// random number read as one now and then.
    /// </summary>
    public static string Word() => string.Create(16, 0, (word, _) => Random.Shared.GetItems("aeiou", word));
}
