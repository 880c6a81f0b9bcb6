using Moderation.Text;

namespace Moderation.Learning;

/// <summary>A logistic regression over hashed pieces of words, one head for abuse and one for spam. Immutable: share one among threads.</summary>
public sealed class Model
{
    /// <summary>Knows nothing: every text is as likely as not.</summary>
    public static Model Blank { get; } = new();

    /// <summary>The model that the product ships with, trained on public data and on comments written for this project.</summary>
    public static Model Shipped { get; } = Blank;

    /// <summary>The first 12 hex digits of the SHA-256 of the stored form.</summary>
    public string Version { get; } = "";

    /// <summary>Reads what <see cref="Store"/> wrote.</summary>
    /// <exception cref="InvalidModelException">It is something else, damaged, or of another version.</exception>
    public static Model Read(ReadOnlySpan<byte> stored) => throw new NotImplementedException();

    /// <summary>The model as bytes, at most 2 MB; the same model gives the same bytes.</summary>
    public byte[] Store() => throw new NotImplementedException();

    /// <summary>Scores a text. Allocates nothing.</summary>
    public Probabilities Score(TextView text) => throw new NotImplementedException();

    /// <summary>The words that speak most for a head, where they stand in the original, the strongest first.</summary>
    /// <param name="text">The text that was scored.</param>
    /// <param name="head">What is to be explained.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<TextSpan> Explain(TextView text, Head head, int most = 5) => throw new NotImplementedException();
}
