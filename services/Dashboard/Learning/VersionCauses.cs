namespace Moderation.Dashboard.Learning;

/// <summary>Why the learner made a version, as its report spells it.</summary>
internal static class VersionCauses
{
    public const string WentBack = "went-back";
}
