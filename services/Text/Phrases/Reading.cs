namespace Moderation.Text.Phrases;

/// <summary>How doubtful characters are read. A text is read more than once only where there is doubt.</summary>
internal enum Reading
{
    /// <summary>Digits and signs stand between words, a star for a letter.</summary>
    Plain,

    /// <summary>Digits and signs stand for letters.</summary>
    Leet,

    /// <summary>Digits and signs stand for the other letters that they may stand for.</summary>
    LeetOtherwise,

    /// <summary>Digits, signs and stars inside words are thrown in to disturb.</summary>
    Glued,

    /// <summary>Every letter is written twice.</summary>
    Halved,

    /// <summary>Latin letters in the middle of a Devanagari word are thrown in to disturb.</summary>
    DevanagariOnly,
}

/// <summary>Which readings beside the plain one a text may ask for.</summary>
[Flags]
internal enum Readings
{
    None = 0,
    Leet = 1,
    Glued = 2,
    Halved = 4,
    DevanagariOnly = 8,
}
