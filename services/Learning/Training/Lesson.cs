using Moderation.Text;

namespace Moderation.Learning.Training;

/// <summary>A text and what somebody who knows says about it.</summary>
/// <param name="Text">As <see cref="TextView.Decoded"/> reads it.</param>
/// <param name="IsAbuse">Null when nothing is known: a comment refused as spam may be abusive or not.</param>
/// <param name="IsSpam">Null when nothing is known.</param>
/// <param name="Weight">How much it counts, above 0; 1 is one ordinary lesson.</param>
public sealed record Lesson(TextView Text, bool? IsAbuse, bool? IsSpam, double Weight = 1)
{
    public bool? this[Head head] => head is Head.Abuse ? IsAbuse : IsSpam;

    /// <summary>What it says for one head.</summary>
    public Lesson Only(Head head) => head is Head.Abuse ? this with { IsSpam = null } : this with { IsAbuse = null };
}
