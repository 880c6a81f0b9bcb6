namespace Moderation.Learning.Training;

/// <summary>Where a model is to be used.</summary>
public enum TaughtFor
{
    /// <summary>Where the lessons are from. What tells most there is learned most from (see <see cref="Telling"/>).</summary>
    SameSite,

    /// <summary>
    /// Anywhere, to learn on there. Another site's telling words are other ones, and a model that is too sure of those of the first takes longest to learn better.
    /// </summary>
    OtherSites,
}
