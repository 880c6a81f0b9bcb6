namespace Moderation.Learning.Features;

/// <summary>Which features a part of a text had already: each counts once, however often it comes. For one thread; used again and again.</summary>
internal sealed class SeenFeatures
{
    // A part is of 340 units at most, and each gives fewer than ten features: more than half of the slots stay free.
    private const int Slots = 1 << 13;

    // A slot holds the number of the part beside the feature, so that nothing need be wiped between parts.
    private const uint Parts = 1u << (32 - Model.Bits);

    [ThreadStatic]
    private static SeenFeatures? _ofThread;

    private readonly uint[] _slots = new uint[Slots];
    private uint _part = 1;

    public static SeenFeatures OfThread => _ofThread ??= new SeenFeatures();

    /// <summary>The next part begins.</summary>
    public void Clear()
    {
        if (++_part == Parts)
        {
            Array.Clear(_slots);
            _part = 1;
        }
    }

    /// <returns>Whether the part had not had it yet.</returns>
    public bool Add(uint feature)
    {
        var entry = _part << Model.Bits | feature;
        var part = _part;
        for (var slot = feature; ; slot++)
        {
            ref var found = ref _slots[slot & (Slots - 1)];
            if (found == entry)
            {
                return false;
            }

            if (found >> Model.Bits != part)
            {
                found = entry;
                return true;
            }
        }
    }
}
