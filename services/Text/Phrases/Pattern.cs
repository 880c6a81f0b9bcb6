namespace Moderation.Text.Phrases;

/// <summary>One way to write a phrase, or one part of it, ready to be compared.</summary>
internal sealed record Pattern
{
    /// <summary>The place of its phrase in the list.</summary>
    public required int Phrase { get; init; }

    /// <summary>Which part of the phrase it is, counted from 0, and how many there are.</summary>
    public required int Part { get; init; }

    public required int Parts { get; init; }

    public required bool IsInnocent { get; init; }

    /// <summary>Whether it is heard, and not only read.</summary>
    public required bool IsSpoken { get; init; }

    /// <summary>Whether only its own script is compared.</summary>
    public required bool KeepsScript { get; init; }

    /// <summary>Whether it may stand in the middle of a word.</summary>
    public required bool IsOpenStart { get; init; }

    /// <summary>Whether a word may go on after it.</summary>
    public required bool IsOpenEnd { get; init; }

    /// <summary>Its letters as <see cref="Phrases.Letters"/> reads them, without spaces.</summary>
    public required string Letters { get; init; }

    /// <summary>Whether it is a phrase written together.</summary>
    public required bool IsGlued { get; init; }

    /// <summary>The numbers among its words, in ASCII digits.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

    /// <summary>Before which letters a word begins, the first apart.</summary>
    public required IReadOnlyList<int> Breaks { get; init; }

    /// <summary>How many words come before the one with the first consonant.</summary>
    public required int WordsBefore { get; init; }

    /// <summary>How many words come after the one with the last consonant.</summary>
    public required int WordsAfter { get; init; }

    /// <summary>Its consonants, each with what is heard before it.</summary>
    public required SpokenConsonant[] Sounds { get; init; }

    /// <summary>What is heard after the last consonant.</summary>
    public required uint VowelsAfter { get; init; }

    /// <summary>What is heard before the first consonant in its own word.</summary>
    public required uint AtHead { get; init; }

    /// <summary>What is heard after the last consonant in its own word.</summary>
    public required uint AtTail { get; init; }

    /// <summary>How its first consonant is written.</summary>
    public required char FirstConsonant { get; init; }

    public required bool BeginsWithH { get; init; }

    public uint VowelsBefore => Sounds[0].VowelsBefore;

    public bool IsDevanagari => Sounds[0].Consonant.IsDevanagari;
}

/// <summary>A consonant of a pattern.</summary>
/// <param name="Class">Its class.</param>
/// <param name="Consonant">How it is written.</param>
/// <param name="VowelsBefore">What is heard between it and the one before.</param>
/// <param name="WordWeight">How many consonants its word has, if it is the first of them; else 0.</param>
internal readonly record struct SpokenConsonant(byte Class, Consonant Consonant, uint VowelsBefore, int WordWeight);
