namespace Moderation.Learning.Training;

/// <summary>One head while it learns.</summary>
internal sealed class HeadTrainer
{
    // Enough to tell a slope from chance, few enough to follow a site as it changes.
    private const int Remembered = 500;
    private const int FewestToCalibrate = 100;

    private readonly FollowTheLeader _weights;
    private readonly HeadWeights _start;
    private readonly Queue<(double Score, bool IsSo, double Weight)> _seen = new(Remembered);
    private readonly bool _calibrates;
    private double _bias;
    private double _biasSquares;

    public HeadTrainer(float[] start, HeadWeights head, TrainingOptions options)
    {
        (_start, _bias, _calibrates) = (head, head.Bias, options.Calibrates);
        _weights = new FollowTheLeader(start, options.Rate, options.Sparsity, options.Restraint, options.Telling);
    }

    public double Score(ReadOnlySpan<int> features)
    {
        var sum = 0.0;
        foreach (var feature in features)
        {
            sum += _weights[feature];
        }

        return features.Length == 0 ? _bias : _bias + sum / Math.Sqrt(features.Length);
    }

    public double Probability(double score) => _start.Probability(score);

    public void Learn(ReadOnlySpan<int> features, double score, bool isSo, double weight)
    {
        var error = (1 / (1 + Math.Exp(-score)) - (isSo ? 1 : 0)) * weight;
        if (features.Length > 0)
        {
            var slope = error / Math.Sqrt(features.Length);
            foreach (var feature in features)
            {
                _weights.Learn(feature, slope);
            }
        }

        // AdaGrad (Duchi et al., 2011): what speaks in every text has to come to rest.
        _biasSquares += error * error;
        _bias -= 0.1 * error / (1 + Math.Sqrt(_biasSquares));
        if (_seen.Count == Remembered)
        {
            _seen.Dequeue();
        }

        _seen.Enqueue((score, isSo, 1));
    }

    /// <returns>The head, and its weights in steps of its scale.</returns>
    public HeadWeights Write(Span<sbyte> weights, int head)
    {
        var largest = 0f;
        for (var feature = 0; feature < 1 << Model.Bits; feature++)
        {
            largest = Math.Max(largest, Math.Abs(_weights[feature]));
        }

        var scale = largest == 0 ? 1 : largest / sbyte.MaxValue;
        for (var feature = 0; feature < 1 << Model.Bits; feature++)
        {
            weights[feature * Model.Heads + head] = (sbyte)Math.Round(_weights[feature] / scale);
        }

        var (slope, offset) = _calibrates && _seen.Count >= FewestToCalibrate
            ? Calibration.Fit(_seen, _start.Slope, _start.Offset)
            : (_start.Slope, _start.Offset);
        return new HeadWeights(scale, (float)_bias, slope, offset);
    }
}
