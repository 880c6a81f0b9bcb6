using System.Text;

namespace Moderation.Text.Emails;

/// <summary>Letters, tags and torn words that a <see cref="PlainReading"/> reads otherwise than a view.</summary>
internal static class Oddities
{
    /// <summary>Whether a view has any of it. Most have nothing, and must be told so fast.</summary>
    public static bool OccurIn(ReadOnlySpan<char> view)
    {
        if (view.ContainsAny('<', '\\') || HasTornSign(view))
            return true;
        if (Ascii.IsValid(view))
            return false;
        // From Latin with accents to the last before Devanagari; most texts have nothing behind it either.
        for (var at = 0; view[at..].IndexOfAnyInRange('\u00C0', '\u08FF') is var more and >= 0; at++)
        {
            at += more;
            if (view[at] is not ('×' or '÷'))
                return true;
        }
        var other = view.IndexOfAnyExceptInRange('\0', '\u097F');
        return other >= 0 && HasOtherLetter(view[other..]);
    }

    private static bool HasOtherLetter(ReadOnlySpan<char> view) =>
        view.ContainsAnyInRange('\u1C80', '\u1EFF') || view.ContainsAnyInRange('\u20D0', '\u214F') || view.ContainsAnyInRange('\u2C60', '\u2CFF')
        || view.ContainsAnyInRange('\uA4D0', '\uAB6F') || HasEnclosedLetters(view);

    // 🅰, 🅐 and 🇦 begin as many emoji do. Two are a flag.
    private static bool HasEnclosedLetters(ReadOnlySpan<char> view)
    {
        var letters = 0;
        for (var at = 0; view[at..].IndexOf('\uD83C') is var more and >= 0; at++)
        {
            at += more;
            if (at + 1 < view.Length && view[at + 1] is >= '\uDD50' and <= '\uDD89' or >= '\uDDE6' and <= '\uDDFF' && ++letters > 2)
                return true;
        }
        return false;
    }

    private static bool HasTornSign(ReadOnlySpan<char> view) =>
        view.IndexOf("d o t", StringComparison.Ordinal) >= 0
        || (view.Contains('@') && (view.IndexOf("-@", StringComparison.Ordinal) >= 0 || view.IndexOf("_@", StringComparison.Ordinal) >= 0));
}
