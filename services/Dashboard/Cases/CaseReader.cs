using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Cases;

/// <summary>Finds cases for the API and for the pages.</summary>
internal sealed class CaseReader([FromKeyedServices(DashboardModule.Name)] DbDataSource database)
{
    private const string Columns = "id, state, sequence, decided_by AS decidedBy, decided_at AS decidedAt, submitted_at AS submittedAt, comment, verdict";

    public async Task<CasePage> FindAsync(CaseQuery query, CancellationToken cancellationToken)
    {
        var held = query.State == CaseStates.Held;
        var order = held ? "submitted_at" : "decided_at";
        var (filter, parameters) = Filter(query);
        var sql =
            $"""
            SELECT {Columns}
            FROM cases
            WHERE {filter} {(query.After is null ? "" : $"AND ({order}, id) {(held ? ">" : "<")} (@at, @after)")}
            ORDER BY {order} {(held ? "ASC" : "DESC")}, id {(held ? "ASC" : "DESC")}
            LIMIT @limit
            """;

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))).ToList();
        var shown = rows.Take(query.Limit).ToList();
        var last = shown.LastOrDefault();
        var next = rows.Count > query.Limit && last is not null ? new CaseCursor(held ? last.SubmittedAt : last.DecidedAt, Guid.Parse(last.Id)) : null;
        return new CasePage(await WithHistoryAsync(connection, shown, cancellationToken), next);
    }

    /// <summary>How many cases the query finds on all its pages.</summary>
    public async Task<long> CountAsync(CaseQuery query, CancellationToken cancellationToken)
    {
        var (filter, parameters) = Filter(query);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            $"SELECT count(*) FROM cases WHERE {filter}", parameters, cancellationToken: cancellationToken));
    }

    /// <summary>Ids of cases that came in after a moment, at most <paramref name="limit"/>.</summary>
    public async Task<IReadOnlyList<Guid>> FiledSinceAsync(CaseQuery query, DateTimeOffset since, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (filter, parameters) = Filter(query with { Limit = limit });
        parameters.Add("since", since.ToUnixTimeMilliseconds());
        var ids = await connection.QueryAsync<string>(new CommandDefinition(
            $"SELECT id FROM cases WHERE {filter} AND filed_at >= @since ORDER BY submitted_at, id LIMIT @limit",
            parameters,
            cancellationToken: cancellationToken));
        return [.. ids.Select(Guid.Parse)];
    }

    /// <summary>The cases of these ids, oldest first; those that are not on file are left out.</summary>
    public async Task<IReadOnlyList<Case>> GetAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var (list, parameters) = Ids.In(ids.Select(id => id.ToString()));
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM cases WHERE id IN {list} ORDER BY submitted_at, id", parameters, cancellationToken: cancellationToken));
        return await WithHistoryAsync(connection, [.. rows], cancellationToken);
    }

    /// <summary>Which of these comments the scope does not hide.</summary>
    public async Task<IReadOnlySet<Guid>> InScopeAsync(IReadOnlyCollection<Guid> ids, SiteScope scope, CancellationToken cancellationToken)
    {
        if (scope.IsAll)
        {
            return ids.ToHashSet();
        }

        var (list, parameters) = Ids.In(ids.Select(id => id.ToString()));
        var sites = Ids.In(scope.Sites, "site", parameters);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var own = await connection.QueryAsync<string>(new CommandDefinition(
            $"SELECT id FROM cases WHERE id IN {list} AND site_id IN {sites}", parameters, cancellationToken: cancellationToken));
        return own.Select(Guid.Parse).ToHashSet();
    }

    private static (string Filter, DynamicParameters Parameters) Filter(CaseQuery query)
    {
        var parameters = Parameters(query);
        return (Filter(query, parameters), parameters);
    }

    private static string Filter(CaseQuery query, DynamicParameters parameters) => string.Join(
        " AND ",
        new[]
        {
            "state = @state",
            query.Site is null ? null : "site_id = @site",
            query.Scope.IsAll ? null : $"site_id IN {Ids.In(query.Scope.Sites, "scope", parameters)}",
            query.Phrase is null ? null : "search_text LIKE @pattern ESCAPE '!'",
            query.Author is null ? null : "(author_email = @author OR author_name = @author)",
        }.OfType<string>());

    private static DynamicParameters Parameters(CaseQuery query) => new(new
    {
        state = query.State,
        site = query.Site,
        pattern = query.Phrase is { } phrase ? SearchText.Pattern(phrase) : null,
        author = query.Author,
        at = query.After?.At,
        after = query.After?.Id.ToString(),
        limit = query.Limit + 1,
    });

    private static async Task<IReadOnlyList<Case>> WithHistoryAsync(DbConnection connection, List<Row> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var (list, parameters) = Ids.In(rows.Select(row => row.Id));
        var history = await connection.QueryAsync<HistoryRow>(new CommandDefinition(
            $"""
            SELECT comment_id AS commentId, sequence, decision, state, decided_by AS decidedBy, decided_at AS decidedAt, note
            FROM decisions WHERE comment_id IN {list} ORDER BY sequence
            """,
            parameters,
            cancellationToken: cancellationToken));
        var ofCase = history.ToLookup(row => row.CommentId);
        return [.. rows.Select(row => row.ToCase([.. ofCase[row.Id].Select(entry => entry.ToDecision())]))];
    }

    private sealed record Row(
        string Id, string State, long Sequence, string DecidedBy, long DecidedAt, long SubmittedAt, string Comment, string Verdict)
    {
        public Case ToCase(IReadOnlyList<PastDecision> history) => new()
        {
            Comment = StoredJson.Read<CommentSubmitted>(Comment),
            Verdict = StoredJson.Read<Verdict>(Verdict),
            State = State,
            Sequence = Sequence,
            DecidedBy = DecidedBy,
            DecidedAt = DateTimeOffset.FromUnixTimeMilliseconds(DecidedAt),
            History = history,
        };
    }

    private sealed record HistoryRow(
        string CommentId, long Sequence, string Decision, string State, string DecidedBy, long DecidedAt, string? Note)
    {
        public PastDecision ToDecision() => new()
        {
            Sequence = Sequence,
            Decision = Decision,
            State = State,
            DecidedBy = DecidedBy,
            DecidedAt = DateTimeOffset.FromUnixTimeMilliseconds(DecidedAt),
            Note = Note,
        };
    }
}
