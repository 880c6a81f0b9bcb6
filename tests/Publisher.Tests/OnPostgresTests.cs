using Moderation.Publisher.Tests.Stores;

namespace Moderation.Publisher.Tests;

public sealed class DecisionsOnPostgresTests : DecisionTests<PostgresStore>;

public sealed class ListingOnPostgresTests : ListingTests<PostgresStore>;

public sealed class StrangeTextOnPostgresTests : StrangeTextTests<PostgresStore>;
