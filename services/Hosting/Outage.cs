using System.Data.Common;
using Microsoft.Data.Sqlite;
using StackExchange.Redis;

namespace Moderation.Hosting;

/// <summary>Tells a server that is down, which is waited for, from a fault that waiting does not mend.</summary>
public static class Outage
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    public static bool Is(Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked } => true,
        DbException { IsTransient: true } => true,
        RedisConnectionException or RedisTimeoutException => true,
        _ => exception.InnerException is { } inner && Is(inner),
    };
}
