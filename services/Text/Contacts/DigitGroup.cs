namespace Moderation.Text.Contacts;

/// <summary>What stands between two groups of digits.</summary>
internal enum Gap
{
    /// <summary>Too much, or words: the number ends.</summary>
    Break,

    /// <summary>Spaces.</summary>
    Space,

    /// <summary>Hyphens, brackets and the like.</summary>
    Hyphen,

    /// <summary>A dot.</summary>
    Dot,

    /// <summary>What stands only between the single digits of a number that hides: emoji, commas, slashes.</summary>
    Odd,
}

/// <summary>Digits that stand together in a view.</summary>
/// <param name="Start">The first unit in the view.</param>
/// <param name="End">The first unit after them.</param>
/// <param name="At">Where they begin among all digits of the view.</param>
/// <param name="Count">How many digits they are.</param>
/// <param name="After">What stands before the next group.</param>
internal readonly record struct DigitGroup(int Start, int End, int At, int Count, Gap After);
