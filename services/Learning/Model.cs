using System.Runtime.CompilerServices;
using Moderation.Learning.Features;
using Moderation.Learning.Training;
using Moderation.Text;

namespace Moderation.Learning;

/// <summary>
/// A logistic regression over hashed pieces of words (see <see cref="TextFeatures"/>), one head for abuse and one for spam; 1 MB. A text of
/// more than 300 units is scored in parts and is as bad as its worst. Immutable: share one among threads.
/// </summary>
public sealed class Model
{
    /// <summary>How many bits of a hash tell a feature's weights.</summary>
    internal const int Bits = 19;

    internal const int Heads = 2;

    private static readonly Lazy<Model> _shipped = new(ReadShipped);

    private readonly bool _knowsAbuse;
    private readonly bool _knowsSpam;
    private readonly Lazy<byte[]> _stored;
    private readonly Lazy<string> _version;

    /// <param name="weights">By feature, both heads side by side.</param>
    /// <param name="abuse">What of the abuse head is no weight.</param>
    /// <param name="spam">What of the spam head is no weight.</param>
    /// <param name="stored">The stored form; written when it is asked for if left out.</param>
    internal Model(sbyte[] weights, HeadWeights abuse, HeadWeights spam, byte[]? stored = null)
    {
        (Weights, Abuse, Spam) = (weights, abuse, spam);
        _stored = new Lazy<byte[]>(() => stored ?? ModelFile.Write(this));
        _version = new Lazy<string>(() => ModelFile.VersionOf(_stored.Value));
        for (var at = 0; at < weights.Length; at += Heads)
        {
            _knowsAbuse |= weights[at] != 0;
            _knowsSpam |= weights[at + 1] != 0;
        }
    }

    /// <summary>Knows nothing: every text is as likely as not.</summary>
    public static Model Blank { get; } = new(new sbyte[Heads << Bits], HeadWeights.Blank, HeadWeights.Blank);

    /// <summary>The model that the product ships with, trained on public data and on comments written for this project.</summary>
    public static Model Shipped => _shipped.Value;

    /// <summary>Whether it knows nothing.</summary>
    public bool IsBlank => !_knowsAbuse && !_knowsSpam;

    /// <summary>The first 12 hex digits of the SHA-256 of the stored form.</summary>
    public string Version => _version.Value;

    internal sbyte[] Weights { get; }

    internal HeadWeights Abuse { get; }

    internal HeadWeights Spam { get; }

    /// <summary>Whether it has learned anything about a head; else every text is as likely as not.</summary>
    public bool Knows(Head head) => head is Head.Abuse ? _knowsAbuse : _knowsSpam;

    /// <summary>Reads what <see cref="Store"/> wrote.</summary>
    /// <exception cref="InvalidModelException">It is something else, damaged, or of another version.</exception>
    public static Model Read(ReadOnlySpan<byte> stored) => ModelFile.Read(stored);

    /// <summary>The model as bytes, at most 2 MB; the same model gives the same bytes.</summary>
    public byte[] Store() => [.. _stored.Value];

    /// <summary>Whether a head says here what it says in another model: nothing was learned of it on top of that one.</summary>
    public bool IsAsIn(Model other, Head head)
    {
        ArgumentNullException.ThrowIfNull(other);

        // Whatever is learned moves the bias.
        return ReferenceEquals(this, other) || this[head] == other[head];
    }

    /// <summary>Scores a text. Allocates nothing.</summary>
    public Probabilities Score(TextView text)
    {
        ArgumentNullException.ThrowIfNull(text);

        var (abuse, spam) = ScoreOf(text);
        return new Probabilities(Abuse.Probability(abuse), Spam.Probability(spam));
    }

    /// <summary>The words that speak most for a head, where they stand in the original, the strongest first.</summary>
    /// <param name="text">The text that was scored.</param>
    /// <param name="head">What is to be explained.</param>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<TextSpan> Explain(TextView text, Head head, int most = 5)
    {
        ArgumentNullException.ThrowIfNull(text);

        var shares = new Shares(Weights, (int)head);
        TextFeatures.Walk(text.Text, ref shares);
        var weighty = shares.Words.Where(word => word.Sum > 0).OrderByDescending(word => word.Sum).ThenBy(word => word.Start).ToList();
        return
        [
            .. weighty.Where(word => word.Sum * Shares.LightestShare >= weighty[0].Sum).Take(most)
                .Select(word => text.Original(word.Start, word.End - word.Start)),
        ];
    }

    /// <summary>The log odds of both heads, not calibrated yet.</summary>
    internal (double Abuse, double Spam) ScoreOf(TextView text)
    {
        var sums = new Sums(this);
        TextFeatures.Walk(text.Text, ref sums);
        return sums.Worst;
    }

    internal double ScoreOf(Head head, TextView text) => head is Head.Abuse ? ScoreOf(text).Abuse : ScoreOf(text).Spam;

    /// <summary>With probabilities fitted to what scores turned out to mean.</summary>
    internal Model Calibrated(Head head, IReadOnlyCollection<(double Score, bool IsSo, double Weight)> seen)
    {
        var (slope, offset) = Calibration.Fit(seen, this[head].Slope, this[head].Offset);
        var fitted = this[head] with { Slope = slope, Offset = offset };
        return head is Head.Abuse ? new Model(Weights, fitted, Spam) : new Model(Weights, Abuse, fitted);
    }

    /// <summary>The feature's number; its weights are at so many times <see cref="Heads"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint FeatureOf(uint hash) => hash >> (32 - Bits);

    private static Model ReadShipped()
    {
        using var file = typeof(Model).Assembly.GetManifestResourceStream("shipped.model");
        if (file is null)
        {
            return Blank;
        }

        var stored = new byte[file.Length];
        file.ReadExactly(stored);
        return Read(stored);
    }

    internal HeadWeights this[Head head] => head is Head.Abuse ? Abuse : Spam;

    private struct Sums(Model model) : IFeatureSink
    {
        private readonly sbyte[] _weights = model.Weights;
        private readonly SeenFeatures _seen = SeenFeatures.OfThread;
        private long _abuse;
        private long _spam;
        private int _count;

        public (double Abuse, double Spam) Worst { get; private set; } = (double.NegativeInfinity, double.NegativeInfinity);

        public readonly void Begin(int start, int end)
        {
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(uint hash)
        {
            var feature = FeatureOf(hash);
            if (!_seen.Add(feature))
            {
                return;
            }

            var index = (int)feature * Heads;
            _abuse += _weights[index];
            _spam += _weights[index + 1];
            _count++;
        }

        public void EndPart()
        {
            Worst = (
                Math.Max(Worst.Abuse, model.Abuse.Score(_abuse, _count)),
                Math.Max(Worst.Spam, model.Spam.Score(_spam, _count)));
            (_abuse, _spam, _count) = (0, 0, 0);
            _seen.Clear();
        }
    }

    private struct Shares(sbyte[] weights, int head) : IFeatureSink
    {
        /// <summary>A word that speaks so many times less than the strongest is not told.</summary>
        public const int LightestShare = 5;

        private int _sum;
        private (int Start, int End) _word;

        public List<(int Start, int End, int Sum)> Words { get; } = [];

        public void Begin(int start, int end)
        {
            EndWord();
            _word = (start, end);
        }

        public void Add(uint hash) => _sum += weights[(int)FeatureOf(hash) * Heads + head];

        public void EndPart() => EndWord();

        private void EndWord()
        {
            if (_word.End > 0)
            {
                Words.Add((_word.Start, _word.End, _sum));
            }

            (_sum, _word) = (0, default);
        }
    }
}
