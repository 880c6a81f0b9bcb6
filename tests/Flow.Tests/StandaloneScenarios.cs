using Moderation.Flow.Tests.Running;
using Xunit.Abstractions;

namespace Moderation.Flow.Tests;

[Collection(nameof(StandaloneSystem))]
public sealed class StandaloneScenarios(StandaloneSystem system, ITestOutputHelper output) : CommentScenarios(system, output);
