namespace Moderation.Publisher.Tests;

/// <summary>Texts that have broken programs, by what is strange about them.</summary>
public static class StrangeTexts
{
    private static readonly Dictionary<string, string> _texts = new()
    {
        ["NUL"] = "a\0b",
        ["lone high surrogate"] = "a\ud83d",
        ["lone low surrogate"] = "\ude42a",
        ["bidi controls"] = string.Concat(Enumerable.Repeat("\u202e\u2066x\u2069\u202c", 5_000)),
        ["combining marks"] = "क" + new string('\u0301', 10_000),
        ["line feeds"] = "a" + new string('\n', 60_000) + "b",
        ["angle brackets"] = new string('<', 60_000),
        ["emoji"] = string.Concat(Enumerable.Repeat("🙂", 20_000)),
        ["joiners"] = string.Concat(Enumerable.Repeat("क्\u200d", 20_000)),
        ["at signs"] = new string('@', 60_000),
        ["addresses"] = string.Concat(Enumerable.Repeat("a@b.co ", 9_000)),
        ["noncharacters"] = "a\ufffe\uffff\udbff\udfffb",
        ["nothing"] = "",
    };

    public static TheoryData<string> All => [.. _texts.Keys];

    public static string Of(string kind) => _texts[kind];
}
