using System.Data.Common;
using System.Reflection;

namespace Moderation.Hosting.Stores;

/// <summary>Where each service keeps its own tables: schemas of one PostgreSQL database, or SQLite files.</summary>
public interface IDatabases
{
    /// <summary>A source of connections to the named service's own tables.</summary>
    DbDataSource Source(string service);

    /// <summary>Runs the scripts embedded in the assembly that have not run yet. Safe to call from several processes at once.</summary>
    /// <exception cref="DbException">The server cannot be reached, or a script fails.</exception>
    void Migrate(string service, Assembly scripts);
}
