using System.Buffers;
using System.Text;

namespace Moderation.Text;

/// <summary>Case folding: the invariant lower case, and the three letters whose folding is not their lower case.</summary>
internal static class CaseFold
{
    // ẞ is ß by now.
    private static readonly SearchValues<char> _special = SearchValues.Create("ßςİ");

    public static string Of(ReadOnlySpan<char> text)
    {
        var lower = new char[text.Length];
        text.ToLowerInvariant(lower);
        var rest = lower.AsSpan();
        if (!rest.ContainsAny(_special))
            return new string(lower);

        var folded = new StringBuilder(text.Length * 2);
        for (var next = rest.IndexOfAny(_special); next >= 0; next = rest.IndexOfAny(_special))
        {
            folded.Append(rest[..next]).Append(rest[next] switch
            {
                'ß' => "ss",
                'ς' => "σ",
                _ => "i\u0307",
            });
            rest = rest[(next + 1)..];
        }
        return folded.Append(rest).ToString();
    }
}
