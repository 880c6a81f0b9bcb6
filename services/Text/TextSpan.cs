namespace Moderation.Text;

/// <summary>A stretch of the original text, in UTF-16 units.</summary>
/// <param name="Start">The first unit, counted from 0.</param>
/// <param name="Length">How many units it covers.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first unit after the stretch.</summary>
    public int End => Start + Length;
}
