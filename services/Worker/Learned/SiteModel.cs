using Moderation.Learning;

namespace Moderation.Worker.Learned;

/// <summary>A model as the learner left it.</summary>
/// <param name="Version">Its number at the learner.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Model">What was learned.</param>
internal sealed record SiteModel(long Version, DateTimeOffset MadeAt, Model Model);
