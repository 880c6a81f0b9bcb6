using System.Data.Common;
using Dapper;

namespace Moderation.Learner.Log;

internal static class LogLock
{
    /// <summary>From here on to the end of the transaction nobody else adds to the site's log, nor makes a version of its model.</summary>
    /// <returns>The number of the newest entry.</returns>
    public static Task<long> TakeAsync(DbTransaction transaction, string site, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteScalarAsync<long>(new CommandDefinition(
            "INSERT INTO logs (site_id, newest) VALUES (@site, 0) ON CONFLICT (site_id) DO UPDATE SET newest = logs.newest RETURNING newest",
            new { site },
            transaction,
            cancellationToken: cancellationToken));
}
