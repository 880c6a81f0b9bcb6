namespace Moderation.Dashboard.Cases;

/// <summary>Which cases come first. The API spells them in lower case.</summary>
internal enum CaseOrder
{
    /// <summary>Waiting the longest.</summary>
    Oldest,

    /// <summary>The highest score.</summary>
    Riskiest,

    /// <summary>Submitted last.</summary>
    Newest,

    /// <summary>Decided last.</summary>
    Decided,
}
