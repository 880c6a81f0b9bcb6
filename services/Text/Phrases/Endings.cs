namespace Moderation.Text.Phrases;

/// <summary>The usual endings of words, for entries that ask for them with a plus.</summary>
internal static class Endings
{
    private static readonly string[] _english = ["", "s", "es", "ed", "er", "ers", "ing", "in", "y", "z"];
    private static readonly string[] _englishAfterE = ["e", "es", "ed", "er", "ers", "ing", "in", "y", "ez"];
    private static readonly string[] _hindi = ["", "ों", "ो", "े"];
    private static readonly string[] _hindiAfterA = ["ा", "े", "ों", "ो"];
    private static readonly string[] _hindiAfterI = ["ी", "ियाँ", "ियों", "ियो"];
    private static readonly string[] _hindiAfterU = ["ू", "ुओं", "ुओ"];
    private static readonly string[] _hinglish = ["", "o", "on", "e", "s"];
    private static readonly string[] _hinglishAfterA = ["a", "e", "o", "on", "as"];
    private static readonly string[] _hinglishAfterI = ["i", "iya", "iyan", "iyo", "iyon", "is"];
    private static readonly string[] _hinglishAfterU = ["u", "uo", "uon", "us"];

    /// <summary>A word with each of its endings, itself first.</summary>
    public static IEnumerable<string> Of(string word, string language)
    {
        var stem = word[..^1];
        return (language, word[^1]) switch
        {
            ("en", 'e') => _englishAfterE.Select(ending => stem + ending),
            ("en", 'y') => _english.Select(ending => word + ending).Append(stem + "ies").Append(stem + "ied"),
            ("en", _) => _english.Select(ending => word + ending),
            ("hi", 'ा') => _hindiAfterA.Select(ending => stem + ending),
            ("hi", 'ी') => _hindiAfterI.Select(ending => stem + ending),
            ("hi", 'ू') => _hindiAfterU.Select(ending => stem + ending),
            ("hi", _) => _hindi.Select(ending => word + ending),
            (_, 'a') => _hinglishAfterA.Select(ending => stem + ending),
            (_, 'i') => _hinglishAfterI.Select(ending => stem + ending),
            (_, 'u') => _hinglishAfterU.Select(ending => stem + ending),
            _ => _hinglish.Select(ending => word + ending),
        };
    }
}
