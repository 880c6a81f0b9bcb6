namespace Moderation.Benchmarks.Flow;

/// <summary>All that one run has found out.</summary>
internal sealed record FlowMeasured
{
    public required FlowOptions Options { get; init; }

    public required string Machine { get; init; }

    public required IReadOnlyList<Post> Posts { get; init; }

    /// <summary>By the comment's id.</summary>
    public required IReadOnlyDictionary<string, DateTimeOffset> PublishedAt { get; init; }

    /// <summary>From the first post until every table had every comment.</summary>
    public required TimeSpan Settled { get; init; }

    public required IReadOnlyList<CpuUse> Cpu { get; init; }

    /// <summary>CPU time of the whole machine, other people's programs too.</summary>
    public required TimeSpan MachineBusy { get; init; }

    public required BrokerRates Broker { get; init; }

    /// <summary>A sentence each; none when every comment was published once.</summary>
    public required IReadOnlyList<string> Faults { get; init; }
}
