using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Queue;

/// <summary>How many of an author's comments stand how.</summary>
public sealed record AuthorRecord(long Approved, long Rejected, long Held)
{
    /// <summary>Nothing was decided yet.</summary>
    public bool IsEmpty => Approved + Rejected == 0;
}

/// <summary>Looks up what became of the other comments of the authors of some.</summary>
internal sealed class AuthorRecords([FromKeyedServices(DashboardModule.Name)] DbDataSource database)
{
    // Nobody needs to know more of whom there is so much to know, and it must not take long.
    private const int Most = 500;

    /// <summary>By comment; those of authors without an email are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, AuthorRecord>> ReadAsync(IReadOnlyCollection<Guid> comments, CancellationToken cancellationToken)
    {
        var (list, parameters) = Ids.In(comments.Select(id => id.ToString()));
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var authors = (await connection.QueryAsync<(string Id, string Site, string Key)>(new CommandDefinition(
            $"SELECT id, site_id, author_key FROM cases WHERE id IN {list} AND author_key IS NOT NULL", parameters, cancellationToken: cancellationToken))).ToList();
        if (authors.Count == 0)
        {
            return new Dictionary<Guid, AuthorRecord>();
        }

        var distinct = authors.Select(author => (author.Site, author.Key)).Distinct().ToList();
        var each = new DynamicParameters(new { most = Most });
        var counted = (await connection.QueryAsync<(string Site, string Key, string State, long Count)>(new CommandDefinition(
            string.Join(" UNION ALL ", distinct.Select((author, index) =>
            {
                each.Add($"site{index}", author.Site);
                each.Add($"key{index}", author.Key);
                return $"""
                    SELECT @site{index} AS site, @key{index} AS author, state, count(*) FROM
                    (SELECT state FROM cases WHERE site_id = @site{index} AND author_key = @key{index} LIMIT @most) AS some{index} GROUP BY state
                    """;
            })),
            each,
            cancellationToken: cancellationToken))).ToLookup(row => (row.Site, row.Key), row => (row.State, row.Count));
        return authors.ToDictionary(
            author => Guid.Parse(author.Id),
            author => new AuthorRecord(
                Of(counted[(author.Site, author.Key)], CaseStates.Approved),
                Of(counted[(author.Site, author.Key)], CaseStates.Rejected),
                Of(counted[(author.Site, author.Key)], CaseStates.Held)));
    }

    private static long Of(IEnumerable<(string State, long Count)> counts, string state) => counts.FirstOrDefault(count => count.State == state).Count;
}
