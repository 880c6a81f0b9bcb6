namespace Moderation.Worker.Rules;

/// <summary>Whether a rule counts.</summary>
internal enum RuleMode
{
    /// <summary>It is kept and its examples are checked, but it looks at no comment.</summary>
    Off,

    /// <summary>Its findings stand in the verdict, and count nowhere.</summary>
    Shadow,

    Live,
}
