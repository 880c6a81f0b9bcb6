using BenchmarkDotNet.Attributes;
using Moderation.Learning;
using Moderation.Text;

namespace Moderation.Benchmarks.Rules;

/// <summary>What a model's word on a comment of 200 characters costs, beside the views that it reads.</summary>
[MemoryDiagnoser]
public class LearnedBenchmark
{
    private readonly string[] _bodies = [.. SampleComments.All().Select(comment => comment.Body)];
    private readonly Model _model = SampleModel.Made();
    private TextView[] _views = [];
    private byte[] _stored = [];

    [GlobalSetup]
    public void Read()
    {
        _views = [.. _bodies.Select(TextView.Decoded)];
        _stored = _model.Store();
    }

    /// <summary>The yardstick: what every comment needs, with or without a model.</summary>
    [Benchmark(Baseline = true, Description = "Views", OperationsPerInvoke = SampleComments.Count)]
    public int Views()
    {
        var length = 0;
        foreach (var body in _bodies)
        {
            length += TextView.Decoded(body).Text.Length;
        }

        return length;
    }

    /// <summary>Both probabilities.</summary>
    [Benchmark(Description = "Score", OperationsPerInvoke = SampleComments.Count)]
    public double Score()
    {
        var sum = 0.0;
        foreach (var view in _views)
        {
            var (abuse, spam) = _model.Score(view);
            sum += abuse + spam;
        }

        return sum;
    }

    /// <summary>The words behind one of them, which only a comment needs that is found likely to be refused.</summary>
    [Benchmark(Description = "Explain", OperationsPerInvoke = SampleComments.Count)]
    public int Explain()
    {
        var words = 0;
        foreach (var view in _views)
        {
            words += _model.Explain(view, Head.Abuse).Count;
        }

        return words;
    }

    /// <summary>What a worker does when the learner has a new model, a few times a minute and beside the comments.</summary>
    [Benchmark(Description = "Read a stored model")]
    public string ReadStored() => Model.Read(_stored).Version;
}
