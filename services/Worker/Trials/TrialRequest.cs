using Moderation.Worker.Checks;
using Moderation.Worker.Facts;

namespace Moderation.Worker.Trials;

/// <summary>A comment to try rules on: as it is sent to <c>POST /v1/check</c>, or nothing but its text; and what is known of its author.</summary>
internal sealed record TrialRequest : CheckRequest
{
    /// <summary>The body under the name that data sets give it.</summary>
    public string? Text { get; init; }

    public FactsRequest? Facts { get; init; }

    /// <summary>As the examples of rules have them.</summary>
    internal sealed record FactsRequest
    {
        public uint Approved { get; init; }

        public uint Rejected { get; init; }

        public uint SeenBefore { get; init; }

        public uint NearlySeenBefore { get; init; }

        public IReadOnlyList<string>? TooFast { get; init; }

        /// <returns>Null when nothing is counted by one of the names.</returns>
        public KnownFacts? ToFacts()
        {
            var tooFast = RateDimensions.None;
            foreach (var name in TooFast ?? [])
            {
                if (name is null || !Rules.Conditions.TooFast.ByName.TryGetValue(name, out var dimension))
                {
                    return null;
                }

                tooFast |= dimension;
            }

            return new KnownFacts
            {
                Approved = Approved,
                Rejected = Rejected,
                SeenBefore = SeenBefore,
                NearlySeenBefore = NearlySeenBefore,
                TooFast = tooFast,
            };
        }
    }
}
