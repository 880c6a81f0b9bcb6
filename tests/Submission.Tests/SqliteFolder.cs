using Microsoft.Data.Sqlite;
using Moderation.Hosting.Stores;

namespace Moderation.Submission.Tests;

/// <summary>A folder of databases for the tests of a class, gone after the last of them.</summary>
public sealed class SqliteFolder : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("submission-").FullName;

    /// <summary>New ones, with nothing in them.</summary>
    internal IDatabases Create() => new SqliteDatabases(Path.Combine(_directory, Guid.NewGuid().ToString("N")));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
    }
}
