namespace Moderation.Text.Phrases;

/// <summary>
/// The automaton of Aho and Corasick (1975) over classes of consonants. The alphabet is so small that every state has its
/// whole table of successors: a sound costs one look-up.
/// </summary>
internal sealed class SoundAutomaton
{
    /// <summary>A row for each state: its successors by class, then where patterns end, then which kinds of them.</summary>
    private const int Row = Sound.Classes + 2;
    private const int EndingColumn = Sound.Classes;
    private const int KindsColumn = Sound.Classes + 1;

    private readonly int[] _rows;
    private readonly Found[] _found;

    public SoundAutomaton(IReadOnlyList<Pattern> patterns)
    {
        var rows = new List<int>(new int[Row]);
        var ending = new List<List<Pattern>?> { null };
        var depths = new List<int> { 0 };
        foreach (var pattern in patterns)
        {
            var state = 0;
            foreach (var (sound, _, _, _) in pattern.Sounds)
            {
                var next = state * Row + sound;
                if (rows[next] == 0)
                {
                    rows[next] = ending.Count;
                    rows.AddRange(new int[Row]);
                    ending.Add(null);
                    depths.Add(depths[state] + 1);
                }
                state = rows[next];
            }
            (ending[state] ??= []).Add(pattern);
        }
        _rows = [.. rows];
        _found = [.. ending.Select((found, state) => new Found(found is null ? null : new Ending(found), depths[state], 0))];
        LinkFallbacks();
    }

    public int Next(int state, byte sound) => _rows[state * Row + sound];

    /// <summary>The state itself if patterns end there, else the longest suffix of it where some do, else 0.</summary>
    public int EndingAt(int state) => _rows[state * Row + EndingColumn];

    /// <summary>Which kinds of patterns end in the state or in any suffix of it.</summary>
    public int KindsAt(int state) => _rows[state * Row + KindsColumn];

    /// <summary>What ends in a state that <see cref="EndingAt"/> gave.</summary>
    public ref readonly Found At(int state) => ref _found[state];

    private void LinkFallbacks()
    {
        var fallbacks = new int[_found.Length];
        var states = new Queue<int>();
        for (var sound = 0; sound < Sound.Classes; sound++)
        {
            if (_rows[sound] != 0)
                states.Enqueue(_rows[sound]);
        }
        while (states.TryDequeue(out var state))
        {
            var shorter = EndingAt(fallbacks[state]);
            var patterns = _found[state].Patterns;
            _found[state] = _found[state] with { Shorter = shorter };
            _rows[state * Row + EndingColumn] = patterns is null ? shorter : state;
            _rows[state * Row + KindsColumn] = KindsAt(fallbacks[state]) | (patterns?.Kinds ?? 0);
            for (var sound = 0; sound < Sound.Classes; sound++)
            {
                var child = _rows[state * Row + sound];
                var fallback = _rows[fallbacks[state] * Row + sound];
                if (child == 0)
                    _rows[state * Row + sound] = fallback;
                else
                {
                    fallbacks[child] = fallback;
                    states.Enqueue(child);
                }
            }
        }
    }

    /// <summary>What ends in a state.</summary>
    /// <param name="Patterns">The patterns that end there; null when none does.</param>
    /// <param name="Depth">How many sounds lead there.</param>
    /// <param name="Shorter">The longest proper suffix of the state where patterns end, or 0.</param>
    internal readonly record struct Found(Ending? Patterns, int Depth, int Shorter);
}
