using System.Text;

namespace Moderation.Text;

/// <summary>
/// A text as a person reads it, in which every UTF-16 unit knows where it stands in the original.
/// Views are immutable, well-formed UTF-16 whatever the original was, and made in linear time.
/// </summary>
public sealed class TextView
{
    private readonly int[]? _starts;
    private readonly int[]? _ends;
    private GraphemeEdges? _graphemes;

    private TextView(string original, string text, int[]? starts, int[]? ends, bool hasEscapes)
    {
        Written = original;
        _starts = starts;
        _ends = ends;
        Text = text;
        HasEscapes = hasEscapes;
    }

    /// <summary>The original.</summary>
    internal string Written { get; }

    /// <summary>What is read: no invisible characters, compatibility forms unfolded (NFKC), composed, case folded.</summary>
    public string Text { get; }

    /// <summary>Whether an entity or a percent code was read as what it means.</summary>
    internal bool HasEscapes { get; }

    /// <summary>
    /// Reads <paramref name="original"/> as a person does: invisible characters, soft hyphens and direction marks are gone,
    /// ＠ and 𝒻 are @ and f, case is folded, a letter with its marks is one whichever way it was typed, a lone surrogate is U+FFFD.
    /// </summary>
    public static TextView Clean(string original) => Read(original, decode: false);

    /// <summary>
    /// As <see cref="Clean"/>, and <c>&amp;#64;</c>, <c>&amp;commat;</c> and <c>%40</c> are read as what they mean; each spans
    /// all of its original.
    /// </summary>
    public static TextView Decoded(string original) => Read(original, decode: true);

    /// <summary>Where a stretch of the view stands in the original, widened to whole grapheme clusters.</summary>
    /// <param name="start">The first unit of the stretch in <see cref="Text"/>.</param>
    /// <param name="length">Its length in units of <see cref="Text"/>; a stretch of nothing is nowhere widened.</param>
    /// <exception cref="ArgumentOutOfRangeException">The stretch is not inside <see cref="Text"/>.</exception>
    public TextSpan Original(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Text.Length - start);

        if (length == 0)
            return new TextSpan(start == Text.Length ? Written.Length : StartOf(start), 0);

        _graphemes ??= new GraphemeEdges(Written);
        var from = _graphemes.AtOrBefore(StartOf(start));
        var to = _graphemes.AtOrAfter(EndOf(start + length - 1));
        return new TextSpan(from, to - from);
    }

    private int StartOf(int unit) => _starts is null ? unit : _starts[unit];

    private int EndOf(int unit) => _ends is null ? unit + 1 : _ends[unit];

    private static TextView Read(string original, bool decode)
    {
        ArgumentNullException.ThrowIfNull(original);

        decode = decode && EscapeSequence.MayOccurIn(original);
        if (!decode && Ascii.IsValid(original) && !Invisible.OccursInAscii(original))
            return new TextView(original, original.ToLowerInvariant(), null, null, hasEscapes: false);

        var plain = UnitReading.LengthAsWritten(decode ? original.AsSpan(0, EscapeSequence.FirstIn(original)) : original);
        if (plain == original.Length)
            return new TextView(original, original, null, null, hasEscapes: false);

        var builder = new ViewBuilder(original.Length);
        builder.AppendAsWritten(original.AsSpan(0, plain));
        var hasEscapes = false;
        for (var at = plain; at < original.Length;)
        {
            if (TryAppendPlain(builder, original[at], at, decode))
            {
                at++;
                continue;
            }
            if (decode && EscapeSequence.TryRead(original.AsSpan(at), out var rune, out var length))
                hasEscapes = true;
            // A lone surrogate is decoded as U+FFFD.
            else
                Rune.DecodeFromUtf16(original.AsSpan(at), out rune, out length);
            builder.Append(rune, at, at + length);
            at += length;
        }
        var text = builder.Build();
        return new TextView(original, text, builder.Starts, builder.Ends, hasEscapes);
    }

    private static bool TryAppendPlain(ViewBuilder builder, char unit, int at, bool decode)
    {
        switch (UnitReading.KindOf(unit))
        {
            case UnitReading.Kind.Letter when !(decode && unit is '&' or '%'):
                builder.AppendPlain(unit, at, isMark: false);
                return true;
            case UnitReading.Kind.Mark:
            case UnitReading.Kind.Nukta when builder.TakesNukta:
                builder.AppendPlain(unit, at, isMark: true);
                return true;
            case UnitReading.Kind.Capital:
                builder.AppendPlain((char)(unit | 0x20), at, isMark: false);
                return true;
            case UnitReading.Kind.LetterWithNukta:
                builder.AppendWithNukta(UnitReading.LetterOf(unit), at);
                return true;
            default:
                return false;
        }
    }
}
