using Moderation.Flow.Tests.Running;
using Xunit.Abstractions;

namespace Moderation.Flow.Tests;

[Collection(nameof(ServicesSystem))]
public sealed class ServicesScenarios(ServicesSystem system, ITestOutputHelper output) : CommentScenarios(system, output);
