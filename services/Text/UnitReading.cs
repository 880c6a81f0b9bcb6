using System.Runtime.CompilerServices;

namespace Moderation.Text;

/// <summary>How a view reads the UTF-16 units of which most texts are made: ASCII and Devanagari.</summary>
internal static class UnitReading
{
    /// <summary>What a unit needs.</summary>
    public enum Kind : byte
    {
        /// <summary>A closer look.</summary>
        Other,

        /// <summary>Nothing: it is read as it is written, and begins a segment.</summary>
        Letter,

        /// <summary>Nothing: it is read as it is written, and continues a segment.</summary>
        Mark,

        /// <summary>Its small letter.</summary>
        Capital,

        /// <summary>A look at the letter before it.</summary>
        Nukta,

        /// <summary>To be taken apart: a letter that is written with a nukta.</summary>
        LetterWithNukta,
    }

    public const char Nukta = '\u093C';

    private const char FirstWithNukta = '\u0958';
    private const string WithoutNukta = "कखगजडढफय";

    private static readonly Kind[] _kinds = [.. Enumerable.Range(0, 0x980).Select(unit => Of((char)unit))];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Kind KindOf(char unit) => unit < _kinds.Length ? _kinds[unit] : Kind.Other;

    /// <summary>The letter that a letter with a nukta is written with.</summary>
    public static char LetterOf(char letterWithNukta) => WithoutNukta[letterWithNukta - FirstWithNukta];

    /// <summary>How much of the beginning of a text is read as it is written.</summary>
    public static int LengthAsWritten(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (KindOf(text[at]) is not (Kind.Letter or Kind.Mark) && !(text[at] == Nukta && at > 0 && Segment.TakesNukta(text[at - 1])))
                return at;
        }
        return text.Length;
    }

    private static Kind Of(char unit) => unit switch
    {
        _ when unit is '\t' or '\n' or '\r' => Kind.Letter,
        _ when Segment.IsPlainMark(unit) => Kind.Mark,
        >= 'A' and <= 'Z' => Kind.Capital,
        Nukta => Kind.Nukta,
        >= FirstWithNukta and <= '\u095F' => Kind.LetterWithNukta,
        _ when Segment.IsPlainLetter(unit) => Kind.Letter,
        _ => Kind.Other,
    };
}
