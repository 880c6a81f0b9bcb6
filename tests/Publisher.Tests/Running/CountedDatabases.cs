using System.Data.Common;
using System.Reflection;
using Moderation.Hosting.Stores;

namespace Moderation.Publisher.Tests.Running;

/// <summary>Real databases that know how often they were asked for a connection.</summary>
internal sealed class CountedDatabases(IDatabases databases) : IDatabases
{
    private int _connections;

    public int Connections => Volatile.Read(ref _connections);

    public DbDataSource Source(string service) => new Counted(this, databases.Source(service));

    public void Migrate(string service, Assembly scripts) => databases.Migrate(service, scripts);

    private sealed class Counted(CountedDatabases all, DbDataSource source) : DbDataSource
    {
        public override string ConnectionString => source.ConnectionString;

        protected override DbConnection CreateDbConnection()
        {
            Interlocked.Increment(ref all._connections);
            return source.CreateConnection();
        }
    }
}
