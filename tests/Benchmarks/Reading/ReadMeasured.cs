using Moderation.Benchmarks.Flow;

namespace Moderation.Benchmarks.Reading;

/// <summary>What one way of asking came to.</summary>
/// <param name="Name">How it was asked.</param>
/// <param name="Rate">Answers a second.</param>
/// <param name="Latencies">From the request to the end of its answer.</param>
/// <param name="Cpu">Of the publisher, an answer.</param>
internal sealed record ReadMeasured(string Name, double Rate, Latencies Latencies, TimeSpan Cpu);
