namespace Moderation.Benchmarks.LearnedStream;

/// <summary>What became of comments, by the rules alone and with what was learned.</summary>
internal sealed class Tally
{
    public int Comments { get; private set; }

    public Sums Rules { get; } = new();

    public Sums Learned { get; } = new();

    /// <param name="isBad">What people say of it.</param>
    /// <param name="byRules">What the rules would have made of it.</param>
    /// <param name="learned">What became of it.</param>
    public void Add(bool isBad, string byRules, string learned)
    {
        Comments++;
        Rules.Add(isBad, byRules);
        Learned.Add(isBad, learned);
    }

    internal sealed class Sums
    {
        public int Held { get; private set; }

        /// <summary>Bad ones that were published.</summary>
        public int WrongApprovals { get; private set; }

        /// <summary>Good ones that had to wait.</summary>
        public int WrongHolds { get; private set; }

        /// <summary>Good ones that were turned away.</summary>
        public int WrongRejections { get; private set; }

        public void Add(bool isBad, string state)
        {
            switch (state)
            {
                case "held":
                    Held++;
                    WrongHolds += isBad ? 0 : 1;
                    break;
                case "approved":
                    WrongApprovals += isBad ? 1 : 0;
                    break;
                default:
                    WrongRejections += isBad ? 0 : 1;
                    break;
            }
        }
    }
}
