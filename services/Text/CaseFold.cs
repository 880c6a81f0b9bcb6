using System.Text;

namespace Moderation.Text;

/// <summary>Case folding: the invariant lower case, and the three letters whose folding is not their lower case.</summary>
internal static class CaseFold
{
    private static readonly string _special = "ßẞςİ";

    public static bool Changes(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.ToLowerInvariant(rune) != rune || IsSpecial(rune))
                return true;
        }
        return false;
    }

    public static string Of(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length + 4);
        foreach (var rune in text.EnumerateRunes())
        {
            folded.Append(rune.Value switch
            {
                'ß' or 'ẞ' => "ss",
                'ς' => "σ",
                'İ' => "i\u0307",
                _ => Rune.ToLowerInvariant(rune).ToString(),
            });
        }
        return folded.ToString();
    }

    private static bool IsSpecial(Rune rune) => rune.IsBmp && _special.Contains((char)rune.Value, StringComparison.Ordinal);
}
