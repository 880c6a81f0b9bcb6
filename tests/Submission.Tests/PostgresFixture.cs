using Moderation.Servers;

namespace Moderation.Submission.Tests;

public sealed class PostgresFixture : IAsyncLifetime
{
    public IPostgresServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await RealServers.PostgresAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
