using Moderation.Dashboard.Decisions;

namespace Moderation.Dashboard.Queue;

/// <summary>What the moderator did here and can take back.</summary>
/// <param name="Words">As it was told.</param>
/// <param name="Cases">What was decided, with the sequences of these decisions.</param>
/// <param name="Id">Of an act on several at once.</param>
/// <param name="ReleaseAt">Until when nobody outside hears of it.</param>
internal sealed record Act(string Words, IReadOnlyList<SeenCase> Cases, Guid? Id, DateTimeOffset? ReleaseAt);
