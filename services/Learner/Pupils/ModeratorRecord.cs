namespace Moderation.Learner.Pupils;

/// <summary>What one moderator taught.</summary>
internal sealed class ModeratorRecord
{
    /// <summary>How many lessons they gave; those that taught nothing new among them.</summary>
    public int Given { get; private set; }

    /// <summary>How many lessons of theirs were learned from.</summary>
    public int Lessons { get; private set; }

    public int Refused { get; private set; }

    /// <summary>How much all of it weighs.</summary>
    public double Weight { get; private set; }

    /// <summary>How many of their decisions were told beforehand.</summary>
    public int Told { get; private set; }

    /// <summary>What the next lesson of theirs weighs: 1, until they have taught more than one alone may and more than all the others.</summary>
    /// <param name="all">The weight of everybody's lessons so far.</param>
    /// <param name="ofOne">How many lessons of one moderator weigh 1 each in any case.</param>
    public double WeightOfNext(double all, int ofOne) => Math.Min(1, (ofOne + all - Weight) / (Lessons + 1));

    public void Give() => Given++;

    public void Add(double weight, bool isRefused, bool isTold)
    {
        Lessons++;
        Refused += isRefused ? 1 : 0;
        Told += isTold ? 1 : 0;
        Weight += weight;
    }
}
