using Moderation.Learning;
using Moderation.Learning.Training;

namespace Moderation.Standalone.Training;

/// <summary>What came of a training.</summary>
/// <param name="Lessons">What was learned.</param>
/// <param name="Scores">What each lesson's text scored with a model that had learned the others.</param>
/// <param name="Model">Has learned all.</param>
internal sealed record Trained(IReadOnlyList<Lesson> Lessons, IReadOnlyList<Probabilities> Scores, Model Model);
