using Moderation.Publisher.Tests.Stores;

namespace Moderation.Publisher.Tests;

public sealed class DecisionsOnPostgresTests : DecisionTests<PostgresStore>;

public sealed class ListingOnPostgresTests : ListingTests<PostgresStore>;

public sealed class StrangeTextOnPostgresTests : StrangeTextTests<PostgresStore>;

public sealed class ThreadsOnPostgresTests : ThreadTests<PostgresStore>;

public sealed class CountsOnPostgresTests : CountTests<PostgresStore>;

public sealed class UpgradeOnPostgresTests : UpgradeTests<PostgresStore>;

public sealed class SiblingsOnPostgresTests : SiblingTests<PostgresStore>;

public sealed class ErasureOnPostgresTests : ErasureTests<PostgresStore>;

public sealed class LiveOnPostgresTests : LiveTests<PostgresStore>;

public sealed class FeedsOnPostgresTests : FeedTests<PostgresStore>;
