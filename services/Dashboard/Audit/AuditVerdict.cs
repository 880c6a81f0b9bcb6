namespace Moderation.Dashboard.Audit;

/// <summary>What is wrong with an entry.</summary>
public enum AuditFault
{
    /// <summary>It is not what was written.</summary>
    Changed,

    /// <summary>It is not there.</summary>
    Removed,

    /// <summary>Another entry stands in its place.</summary>
    Reordered,

    /// <summary>It does not follow the one before: one of the two was written anew.</summary>
    Replaced,

    /// <summary>The chain holds, but the entry that somebody noted is not in it: the end was removed, or all was written anew.</summary>
    HeadMissing,
}

/// <summary>Whether the chain of the audit holds.</summary>
public sealed record AuditVerdict
{
    /// <summary>How many entries hold, from the first.</summary>
    public required long Entries { get; init; }

    /// <summary>The hash of the last of them.</summary>
    public required string Head { get; init; }

    /// <summary>The position of the first entry that is broken.</summary>
    public long? BrokenAt { get; init; }

    /// <summary>Null when all is well.</summary>
    public AuditFault? Fault { get; init; }

    /// <summary>For operators, in English.</summary>
    public string Sentence => Fault switch
    {
        null => $"The audit holds: {Entries} entries, the head is {Head}.",
        AuditFault.Changed => $"The audit is broken at entry {BrokenAt}: it was changed.",
        AuditFault.Removed => $"The audit is broken at entry {BrokenAt}: it was removed.",
        AuditFault.Reordered => $"The audit is broken at entry {BrokenAt}: it was reordered, another entry stands there.",
        AuditFault.Replaced => $"The audit is broken at entry {BrokenAt}: it does not follow the one before, which was written anew.",
        AuditFault.HeadMissing => $"The audit is broken: its {Entries} entries hold, but the noted head is not among them. The end was removed, or all was written anew.",
        _ => throw new InvalidOperationException(),
    };
}
