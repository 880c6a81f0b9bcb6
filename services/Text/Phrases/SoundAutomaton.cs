namespace Moderation.Text.Phrases;

/// <summary>
/// The automaton of Aho and Corasick (1975) over classes of consonants. The alphabet is so small that every state has its
/// whole table of successors: a sound costs one look-up.
/// </summary>
internal sealed class SoundAutomaton
{
    private readonly int[] _next;
    private readonly int[] _shorter;
    private readonly Ending?[] _ending;
    private readonly byte[] _kinds;
    private readonly byte[] _depths;

    public SoundAutomaton(IReadOnlyList<Pattern> patterns)
    {
        var next = new List<int>(new int[Sound.Classes]);
        var ending = new List<List<Pattern>?> { null };
        var depths = new List<byte> { 0 };
        foreach (var pattern in patterns)
        {
            var state = 0;
            byte depth = 0;
            foreach (var (sound, _, _, _) in pattern.Sounds)
            {
                if (next[state * Sound.Classes + sound] == 0)
                {
                    next[state * Sound.Classes + sound] = ending.Count;
                    next.AddRange(new int[Sound.Classes]);
                    ending.Add(null);
                    depths.Add((byte)(depth + 1));
                }
                depth++;
                state = next[state * Sound.Classes + sound];
            }
            (ending[state] ??= []).Add(pattern);
        }
        _next = [.. next];
        _ending = [.. ending.Select(found => found is null ? null : new Ending(found))];
        _kinds = [.. _ending.Select(found => found?.Kinds ?? 0)];
        _depths = [.. depths];
        _shorter = new int[_ending.Length];
        LinkFallbacks();
    }

    public int Next(int state, byte sound) => _next[state * Sound.Classes + sound];

    /// <summary>The state itself if patterns end there, else the longest suffix of it where some do, else 0.</summary>
    public int EndingAt(int state) => _ending[state] is null ? _shorter[state] : state;

    /// <summary>The longest proper suffix of the state where patterns end, or 0.</summary>
    public int Shorter(int state) => _shorter[state];

    /// <summary>Which kinds of patterns end in the state.</summary>
    public byte KindsAt(int state) => _kinds[state];

    /// <summary>How many sounds lead to the state.</summary>
    public int DepthOf(int state) => _depths[state];

    /// <summary>The patterns that end in the state.</summary>
    public Ending PatternsAt(int state) => _ending[state]!;

    private void LinkFallbacks()
    {
        var fallbacks = new int[_ending.Length];
        var states = new Queue<int>();
        for (var sound = 0; sound < Sound.Classes; sound++)
        {
            if (_next[sound] != 0)
                states.Enqueue(_next[sound]);
        }
        while (states.TryDequeue(out var state))
        {
            _shorter[state] = EndingAt(fallbacks[state]);
            for (var sound = 0; sound < Sound.Classes; sound++)
            {
                var child = _next[state * Sound.Classes + sound];
                var fallback = _next[fallbacks[state] * Sound.Classes + sound];
                if (child == 0)
                    _next[state * Sound.Classes + sound] = fallback;
                else
                {
                    fallbacks[child] = fallback;
                    states.Enqueue(child);
                }
            }
        }
    }
}
