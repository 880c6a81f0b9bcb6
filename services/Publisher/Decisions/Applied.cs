namespace Moderation.Publisher.Decisions;

/// <summary>What became of a decision.</summary>
/// <param name="Stands">Whether it is the one in force now.</param>
/// <param name="PageVersion">The page's version since what the public sees changed by it; null when nothing did.</param>
internal readonly record struct Applied(bool Stands, long? PageVersion);
