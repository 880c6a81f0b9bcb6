using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Cases;

/// <summary>Finds cases for the API and for the pages.</summary>
internal sealed class CaseReader([FromKeyedServices(DashboardModule.Name)] DbDataSource database)
{
    public async Task<CasePage> FindAsync(CaseQuery query, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var selection = CaseSelection.Of(query, connection is SqliteConnection);
        var rows = (await connection.QueryAsync<CaseRow>(new CommandDefinition(
            selection.Page(CaseRow.Columns), selection.Parameters, cancellationToken: cancellationToken))).ToList();
        var shown = rows.Take(query.Limit).ToList();
        var next = rows.Count > query.Limit && shown.LastOrDefault() is { } last
            ? new CaseCursor(query.OrderInForce, last.OrderKey!.Value, Guid.Parse(last.Id))
            : null;
        return new CasePage(await CaseRow.WithHistoryAsync(connection, shown, cancellationToken), next);
    }

    /// <summary>How many cases the query finds on all its pages, counted up to the bound.</summary>
    public async Task<BoundedCount> CountAsync(CaseQuery query, long bound, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var selection = CaseSelection.Of(query, connection is SqliteConnection);
        var count = await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            selection.Count(bound + 1), selection.Parameters, cancellationToken: cancellationToken));
        return new BoundedCount(Math.Min(count, bound), count > bound);
    }

    /// <summary>Which of these comments the query finds, on whatever page.</summary>
    public async Task<IReadOnlySet<Guid>> MatchAsync(CaseQuery query, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return new HashSet<Guid>();
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var selection = CaseSelection.Of(query, connection is SqliteConnection, ids);
        var found = await connection.QueryAsync<string>(new CommandDefinition(
            selection.Found(), selection.Parameters, cancellationToken: cancellationToken));
        return found.Select(Guid.Parse).ToHashSet();
    }

    /// <summary>The cases of these ids, oldest first; those that are not on file, or that the scope hides, are left out.</summary>
    public async Task<IReadOnlyList<Case>> GetAsync(IReadOnlyCollection<Guid> ids, SiteScope scope, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var (list, parameters) = Ids.In(ids.Select(id => id.ToString()));
        var own = scope.IsAll ? "" : $"AND site_id IN {Ids.In(scope.Sites, "scope", parameters)}";
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<CaseRow>(new CommandDefinition(
            $"SELECT {CaseRow.Columns}, NULL AS orderKey FROM cases WHERE id IN {list} {own} ORDER BY submitted_at, id",
            parameters,
            cancellationToken: cancellationToken));
        return await CaseRow.WithHistoryAsync(connection, [.. rows], cancellationToken);
    }
}
