namespace Moderation.Text.Phrases;

/// <summary>One consonant as it is written, for telling apart what one class holds.</summary>
/// <param name="Letter">The letter that begins it; look-alike spellings of one sound share one (q is k, w is v).</param>
/// <param name="IsAspirate">Whether it is breathed: kh, थ, ph.</param>
/// <param name="IsDevanagari">Which script wrote it.</param>
/// <param name="IsBeforeAnother">Whether it closes a syllable before another consonant, where m and n are one.</param>
internal readonly record struct Consonant(char Letter, bool IsAspirate, bool IsDevanagari, bool IsBeforeAnother)
{
    public static Consonant Read(ReadOnlySpan<char> letters, bool isBeforeAnother)
    {
        var breaths = 0;
        foreach (var letter in letters)
            breaths += letter is 'h' or 'f' || Sound.IsAspirate(letter) ? 1 : 0;
        // The h of ch is no breath, the second one of chh is.
        var isAspirate = breaths > (letters[0] == 'c' && letters.Contains('h') ? 1 : 0);
        return new Consonant(Common(letters[0]), isAspirate, Alphabet.IsDevanagari(letters[0]), isBeforeAnother);
    }

    /// <summary>How far two consonants of one class are apart; 0 for the same sound, <see cref="Spoken.Never"/> for what nobody confuses.</summary>
    /// <param name="sound">The class of both.</param>
    /// <param name="other">The one in the text.</param>
    /// <param name="sounds">How many consonants the phrase has: the longer it is, the less a single one matters.</param>
    public int Distance(byte sound, Consonant other, int sounds)
    {
        var isDevanagari = IsDevanagari && other.IsDevanagari;
        var isEitherDevanagari = IsDevanagari || other.IsDevanagari;
        // Devanagari says whether a sound is breathed, and nobody takes खंजर for कंजर.
        var breath = IsAspirate == other.IsAspirate ? 0 : isDevanagari ? 6 : 2;
        switch (sound)
        {
            case Sound.C:
                return breath == 0 || sounds > (isEitherDevanagari ? 4 : 2) ? 0 : Spoken.Never;
            case Sound.S:
                return isEitherDevanagari && sounds > 2 ? 0 : isDevanagari ? 0 : breath / 2;
            case Sound.P:
                return breath == 0 ? 0 : 3;
            case Sound.N:
                return IsM == other.IsM || (IsBeforeAnother && other.IsBeforeAnother) ? 0 : Spoken.Never;
            case Sound.B:
                return breath + (IsV == other.IsV || isDevanagari ? 0 : 1);
            case Sound.T or Sound.D:
                return breath + (isDevanagari && IsRetroflex != other.IsRetroflex ? 2 : 0);
            case Sound.R or Sound.L:
                return 0;
            default:
                return breath;
        }
    }

    private bool IsM => Letter is 'm' or 'म';

    private bool IsV => Letter is 'v' or 'w' or 'व';

    private bool IsRetroflex => Letter is 'ट' or 'ठ' or 'ड' or 'ढ';

    private static char Common(char letter) => letter switch { 'q' or 'c' => 'k', 'w' => 'v', _ => letter };
}
