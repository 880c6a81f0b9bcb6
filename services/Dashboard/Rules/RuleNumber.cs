namespace Moderation.Dashboard.Rules;

/// <summary>How often a rule spoke, and how right it was.</summary>
public sealed record RuleNumber
{
    public static readonly RuleNumber None = new();

    /// <summary>Comments of the last 24 hours in which it counted.</summary>
    public long Day { get; init; }

    /// <summary>Comments of the last seven days in which it counted.</summary>
    public long Week { get; init; }

    /// <summary>Comments that the rules held, in which it counted, and that a moderator decided within the last 30 days.</summary>
    public long Decided { get; init; }

    /// <summary>How many of <see cref="Decided"/> stand rejected.</summary>
    public long Rejected { get; init; }

    /// <summary>Comments of the last 24 hours in which it spoke on trial.</summary>
    public long TrialDay { get; init; }

    /// <summary>Comments of the last seven days in which it spoke on trial.</summary>
    public long TrialWeek { get; init; }

    /// <summary>As <see cref="Decided"/>, of comments in which it spoke on trial.</summary>
    public long TrialDecided { get; init; }

    /// <summary>How many of <see cref="TrialDecided"/> stand rejected.</summary>
    public long TrialRejected { get; init; }
}
