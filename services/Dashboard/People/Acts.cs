using System.Data.Common;
using Moderation.Dashboard.Audit;

namespace Moderation.Dashboard.People;

/// <summary>Acts on accounts, sessions and tokens: what is done and what the audit says of it stand together or not at all.</summary>
internal static class Acts
{
    public const string OnAccount = "account";
    public const string OnToken = "token";

    public static async Task<T> ActAsync<T>(this DbDataSource database, Func<DbTransaction, Task<T>> act, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var result = await act(transaction);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    public static Task WriteAsync(this DbTransaction transaction, AuditEntry entry, CancellationToken cancellationToken) =>
        AuditLog.AppendAsync(transaction.Connection!, transaction, entry, cancellationToken);
}
