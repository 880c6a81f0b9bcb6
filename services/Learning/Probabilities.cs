namespace Moderation.Learning;

/// <summary>How likely a moderator is to refuse a comment, 0 to 1 for each reason.</summary>
/// <param name="Abuse">Because it is abusive.</param>
/// <param name="Spam">Because it is spam.</param>
public readonly record struct Probabilities(double Abuse, double Spam)
{
    public double this[Head head] => head is Head.Abuse ? Abuse : Spam;
}
