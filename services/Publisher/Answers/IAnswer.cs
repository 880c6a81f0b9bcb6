namespace Moderation.Publisher.Answers;

/// <summary>Something made of one state of a page, kept in memory until there is another.</summary>
internal interface IAnswer
{
    /// <summary>The page's version in that state; 0 for a page that nobody has commented on.</summary>
    long Version { get; }

    /// <summary>Taken in memory.</summary>
    long Bytes { get; }
}
