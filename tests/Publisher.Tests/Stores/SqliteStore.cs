using Microsoft.Data.Sqlite;
using Moderation.Hosting.Stores;

namespace Moderation.Publisher.Tests.Stores;

public sealed class SqliteStore : ITestStore
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("publisher-").FullName;

    public Task<IDatabases> CreateAsync() => Task.FromResult<IDatabases>(new SqliteDatabases(Folder));

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
