namespace Moderation.Learner.Log;

/// <summary>Why a model is another than before. Stored data: never renamed.</summary>
internal static class Causes
{
    public const string Learned = "learned";
    public const string Unlearned = "unlearned";
    public const string WentBack = "went-back";
    public const string LeftOut = "left-out";
    public const string TakenIn = "taken-in";
    public const string Erased = "erased";
}
