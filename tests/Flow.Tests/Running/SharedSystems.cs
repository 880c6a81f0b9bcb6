// The systems share two cores: one test at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Moderation.Flow.Tests.Running;

/// <summary>Starts Standalone once for all classes that use it.</summary>
[CollectionDefinition(nameof(StandaloneSystem))]
public sealed class SharedStandalone : ICollectionFixture<StandaloneSystem>;

/// <summary>Starts the servers and the services once for all classes that use them.</summary>
[CollectionDefinition(nameof(ServicesSystem))]
public sealed class SharedServices : ICollectionFixture<ServicesSystem>;
