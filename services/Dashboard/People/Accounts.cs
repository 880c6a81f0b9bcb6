using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Moderation.Dashboard.People;

/// <summary>Finds accounts.</summary>
internal sealed class Accounts([FromKeyedServices(DashboardModule.Name)] DbDataSource database)
{
    public async Task<Account?> FindAsync(string name, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<Account.Row>(new CommandDefinition(
            $"SELECT {Account.Columns} FROM accounts a WHERE a.name = @name", new { name }, cancellationToken: cancellationToken));
        return row?.ToAccount();
    }

    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<Account>> AllAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Account.Row>(new CommandDefinition(
            $"SELECT {Account.Columns} FROM accounts a ORDER BY a.name", cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToAccount())];
    }

    /// <summary>Whether anybody but the operators' own account can sign in.</summary>
    public async Task<bool> AnyOtherAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            "SELECT count(*) FROM accounts WHERE name <> @admin", new { admin = AccountName.Admin }, cancellationToken: cancellationToken)) > 0;
    }
}
