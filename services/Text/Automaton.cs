namespace Moderation.Text;

/// <summary>
/// The automaton of Aho and Corasick (1975), laid out in breadth-first order: the children of a state are neighbours,
/// so a state costs 18 bytes. State 0 is the root.
/// </summary>
internal sealed class Automaton
{
    private const int LinearSearch = 8;

    private readonly char[] _labels;
    private readonly int[] _children;
    private readonly int[] _fallbacks;
    private readonly int[] _patterns;
    private readonly int[] _shorter;
    private readonly int[]?[] _fromRoot = new int[]?[256];

    /// <param name="patterns">Distinct, not empty, in ordinal order.</param>
    public Automaton(string[] patterns)
    {
        (_labels, _children, _patterns) = Grow(patterns);
        for (var state = _children[0]; state < _children[1]; state++)
            (_fromRoot[_labels[state] >> 8] ??= new int[256])[_labels[state] & 0xFF] = state;
        _fallbacks = new int[_labels.Length];
        _shorter = new int[_labels.Length];
        LinkFallbacks();
    }

    /// <summary>The state after <paramref name="unit"/> was read in <paramref name="state"/>.</summary>
    public int Next(int state, char unit)
    {
        for (; state != 0; state = _fallbacks[state])
        {
            var child = ChildOf(state, unit);
            if (child != 0)
                return child;
        }
        var page = _fromRoot[unit >> 8];
        return page is null ? 0 : page[unit & 0xFF];
    }

    /// <summary>The state itself if a pattern ends there, else the longest suffix of it where one does, else 0.</summary>
    public int Ending(int state) => _patterns[state] >= 0 ? state : _shorter[state];

    /// <summary>The longest proper suffix of the state where a pattern ends, or 0.</summary>
    public int Shorter(int state) => _shorter[state];

    /// <summary>The pattern that ends in the state.</summary>
    public int PatternAt(int state) => _patterns[state];

    private int ChildOf(int state, char unit)
    {
        var (from, to) = (_children[state], _children[state + 1]);
        if (to - from > LinearSearch)
            return Math.Max(0, Array.BinarySearch(_labels, from, to - from, unit));
        for (; from < to; from++)
        {
            if (_labels[from] == unit)
                return from;
        }
        return 0;
    }

    private static (char[] Labels, int[] Children, int[] Patterns) Grow(string[] patterns)
    {
        var labels = new List<char> { '\0' };
        var children = new List<int>();
        var ends = new List<int> { -1 };
        var ranges = new Queue<(int From, int To, int Depth)>([(0, patterns.Length, 0)]);
        while (ranges.TryDequeue(out var range))
        {
            children.Add(labels.Count);
            var (from, to, depth) = range;
            // In ordinal order a pattern stands before all that it begins.
            if (from < to && patterns[from].Length == depth)
                ends[children.Count - 1] = from++;
            while (from < to)
            {
                var label = patterns[from][depth];
                var next = from + 1;
                while (next < to && patterns[next][depth] == label)
                    next++;
                labels.Add(label);
                ends.Add(-1);
                ranges.Enqueue((from, next, depth + 1));
                from = next;
            }
        }
        children.Add(labels.Count);
        return ([.. labels], [.. children], [.. ends]);
    }

    private void LinkFallbacks()
    {
        for (var parent = 0; parent < _labels.Length; parent++)
        {
            for (var state = _children[parent]; state < _children[parent + 1]; state++)
            {
                var fallback = parent == 0 ? 0 : Next(_fallbacks[parent], _labels[state]);
                _fallbacks[state] = fallback;
                _shorter[state] = Ending(fallback);
            }
        }
    }
}
