namespace Moderation.Hosting.Bus;

/// <summary>
/// How far back the relays send again, at a start, what was already settled. A bus that forgets what was in flight
/// (in memory, or a broker that lost its disk) may have reached one service and not the others; every consumer
/// ignores what it has seen.
/// </summary>
public sealed record ReplayWindow(TimeSpan Length);
