using Moderation.Contracts;

namespace Moderation.Dashboard.Decisions;

/// <summary>A decision that is to be handed to the bus, and what it teaches; null when it teaches nothing.</summary>
internal sealed record DueDecision(IDecision Decision, CommentTaught? Lesson);
