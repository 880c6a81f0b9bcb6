using System.Runtime.InteropServices;
using Moderation.Learning.Features;

namespace Moderation.Learning.Training;

/// <summary>The features of a text, part by part. Made to be used again and again.</summary>
internal sealed class Parts
{
    private readonly SeenFeatures _seen = new();
    private readonly List<int> _features = [];
    private readonly List<int> _ends = [];

    public int Count => _ends.Count;

    public ReadOnlySpan<int> this[int part] =>
        CollectionsMarshal.AsSpan(_features)[(part == 0 ? 0 : _ends[part - 1]).._ends[part]];

    public void Read(ReadOnlySpan<char> text)
    {
        _features.Clear();
        _ends.Clear();
        var sink = new Sink(this);
        TextFeatures.Walk(text, ref sink);
    }

    private readonly struct Sink(Parts parts) : IFeatureSink
    {
        public void Begin(int start, int end)
        {
        }

        public void Add(uint hash)
        {
            var feature = Model.FeatureOf(hash);
            if (parts._seen.Add(feature))
            {
                parts._features.Add((int)feature);
            }
        }

        public void EndPart()
        {
            parts._ends.Add(parts._features.Count);
            parts._seen.Clear();
        }
    }
}
