namespace Moderation.Learning.Training;

/// <summary>
/// The weights of one head as FTRL-Proximal learns them (McMahan et al., "Ad Click Prediction: a View from the Trenches", KDD 2013, algorithm 1),
/// on top of weights that stand already: regularisation draws to those and not to zero.
/// </summary>
/// <param name="start">The weight of each feature to begin with.</param>
/// <param name="rate">How fast it learns (alpha).</param>
/// <param name="sparsity">How much it takes for a weight to be moved at all (lambda 1).</param>
/// <param name="restraint">How much a weight is drawn back (lambda 2).</param>
/// <param name="telling">How much each feature tells: how large it is in a text. All the same if left out.</param>
internal sealed class FollowTheLeader(float[] start, double rate, double sparsity, double restraint, float[]? telling = null)
{
    // Slopes are small here, as a text has a thousand features of length one together.
    private const double Beta = 0.001;

    private readonly float[] _gradients = new float[start.Length];
    private readonly float[] _squares = new float[start.Length];
    // What follows from both: it is asked for more often than it changes.
    private readonly float[] _moved = new float[start.Length];

    public float this[int feature] => start[feature] + SizeOf(feature) * _moved[feature];

    /// <param name="feature">Whose weight is moved.</param>
    /// <param name="slope">The gradient of the loss by this weight.</param>
    public void Learn(int feature, double slope)
    {
        slope *= SizeOf(feature);
        var before = _squares[feature];
        var square = before + slope * slope;
        _gradients[feature] += (float)(slope - (Math.Sqrt(square) - Math.Sqrt(before)) / rate * _moved[feature]);
        _squares[feature] = (float)square;
        _moved[feature] = Moved(_gradients[feature], _squares[feature]);
    }

    private float SizeOf(int feature) => telling is null ? 1 : telling[feature];

    private float Moved(double gradient, double square) =>
        Math.Abs(gradient) <= sparsity ? 0 : (float)(-(gradient - Math.Sign(gradient) * sparsity) / ((Beta + Math.Sqrt(square)) / rate + restraint));
}
