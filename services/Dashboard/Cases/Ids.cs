using Dapper;

namespace Moderation.Dashboard.Cases;

/// <summary>Several ids in one statement, a parameter each: PostgreSQL's arrays and SQLite's lists have no spelling in common.</summary>
internal static class Ids
{
    public static (string List, DynamicParameters Parameters) In(IEnumerable<string> ids)
    {
        var parameters = new DynamicParameters();
        var names = ids.Select((id, index) =>
        {
            parameters.Add($"id{index}", id);
            return $"@id{index}";
        }).ToList();
        return ($"({string.Join(", ", names)})", parameters);
    }
}
