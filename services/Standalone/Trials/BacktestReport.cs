using Moderation.Worker.Trials;

namespace Moderation.Standalone.Trials;

/// <summary>A finished backtest, and what it was of.</summary>
internal sealed record BacktestReport
{
    public required Backtest Backtest { get; init; }

    public required RulesFolder Before { get; init; }

    public required RulesFolder After { get; init; }

    /// <summary>The data folder or the file.</summary>
    public required string Comments { get; init; }

    /// <summary>What a reader has to know of the facts.</summary>
    public required string Facts { get; init; }
}

/// <summary>A folder of rules.</summary>
/// <param name="Directory">As it was named.</param>
/// <param name="Ruleset">The hash of its shared files.</param>
internal sealed record RulesFolder(string Directory, string Ruleset);
