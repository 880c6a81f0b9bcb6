using Moderation.Hosting.Stores;
using Moderation.Servers;

namespace Moderation.Publisher.Tests.Stores;

public sealed class PostgresStore : ITestStore
{
    // One server for all the tests; it ends with their process.
    private static readonly Lazy<Task<IPostgresServer>> _server = new(RealServers.PostgresAsync);

    private PostgresDatabases? _databases;

    public async Task<IDatabases> CreateAsync()
    {
        var server = await _server.Value;
        return _databases = new PostgresDatabases(await server.CreateDatabaseAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_databases is not null)
        {
            await _databases.DisposeAsync();
        }
    }
}
