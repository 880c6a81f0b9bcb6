using System.Text.RegularExpressions;

namespace Moderation.Text.Tests.Phrases;

/// <summary>What the disguises need to know of the two scripts.</summary>
internal static partial class Spelling
{
    public static bool IsLatin(char letter) => letter is >= 'a' and <= 'z';

    public static bool IsLatin(string word) => word.Any(IsLatin);

    public static bool IsConsonant(char letter) => letter is >= 'क' and <= 'ह';

    public static bool IsMatra(char letter) => letter is >= '\u093E' and <= '\u094C';

    /// <summary>The first vowel that is not the first letter.</summary>
    public static int FirstVowel(string word)
    {
        for (var at = 1; at < word.Length; at++)
        {
            if ("aeiou".Contains(word[at], StringComparison.Ordinal) || IsMatra(word[at]))
                return at;
        }
        return -1;
    }

    public static string NasalBefore(char consonant) => consonant switch
    {
        'क' or 'ख' or 'ग' or 'घ' => "ङ्",
        'च' or 'छ' or 'ज' or 'झ' => "ञ्",
        'ट' or 'ठ' or 'ड' or 'ढ' => "ण्",
        'प' or 'फ' or 'ब' or 'भ' => "म्",
        _ => "न्",
    };

    [GeneratedRegex("(ं|ँ)([क-ध]|[प-भ])")]
    public static partial Regex Nasal();

    [GeneratedRegex("(?<![aeiou])a(?![aeiouy])")]
    public static partial Regex LoneA();

    [GeneratedRegex("(?<![aeiou])i(?![aeiou])")]
    public static partial Regex InnerI();

    [GeneratedRegex("ch(?!h)")]
    public static partial Regex Ch();

    [GeneratedRegex("k(?!h)")]
    public static partial Regex LoneK();

    [GeneratedRegex("(?<=[aeiou])[bdgjklmnprstvz](?=[aeiou])")]
    public static partial Regex InnerConsonant();

    [GeneratedRegex("(?<=[a-z])([bdgjklmnprstvz])a([bdgjklmnprstvz])(?=[a-z])")]
    public static partial Regex Schwa();
}
