using Dapper;

namespace Moderation.Dashboard.Cases;

/// <summary>Several ids in one statement, a parameter each: PostgreSQL's arrays and SQLite's lists have no spelling in common.</summary>
internal static class Ids
{
    public static (string List, DynamicParameters Parameters) In(IEnumerable<string> ids)
    {
        var parameters = new DynamicParameters();
        return (In(ids, "id", parameters), parameters);
    }

    /// <summary>The list to write into the statement; its parameters are added to the others under names that begin with <paramref name="name"/>.</summary>
    public static string In(IEnumerable<string> ids, string name, DynamicParameters parameters)
    {
        var names = ids.Select((id, index) =>
        {
            parameters.Add($"{name}{index}", id);
            return $"@{name}{index}";
        }).ToList();
        // Nothing is equal to NULL; PostgreSQL knows no empty list.
        return names.Count == 0 ? "(NULL)" : $"({string.Join(", ", names)})";
    }
}
