namespace Moderation.Learning;

/// <summary>What a model has learned to recognise; each has weights of its own.</summary>
public enum Head
{
    Abuse,
    Spam,
}
