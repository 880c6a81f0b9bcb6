using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Moderation.Publisher.Comments;

/// <summary>Which comments are asked for.</summary>
internal sealed record ListQuery(string Page, bool NewestFirst, int Limit, Cursor After)
{
    private const int DefaultLimit = 50;
    private const int MostComments = 200;

    /// <summary>Reads the query string; what is wrong is told by field, without repeating what was sent.</summary>
    public static bool TryParse(
        string? page,
        string? order,
        string? limit,
        string? cursor,
        [NotNullWhen(true)] out ListQuery? query,
        out Dictionary<string, string[]> errors)
    {
        errors = [];
        if (string.IsNullOrEmpty(page))
        {
            errors["page"] = ["Say which page: page is the id the comments were posted with."];
        }

        if (order is not (null or "newest" or "oldest"))
        {
            errors["order"] = ["order is newest or oldest."];
        }

        var count = DefaultLimit;
        if (limit is not null
            && !(int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count is >= 1 and <= MostComments))
        {
            errors["limit"] = [$"limit is a whole number from 1 to {MostComments}."];
        }

        var newestFirst = order is not "oldest";
        var after = Cursor.Start(newestFirst);
        if (cursor is not null && !Cursor.TryParse(cursor, out after))
        {
            errors["cursor"] = ["cursor is what an earlier answer gave as next."];
        }

        query = errors.Count == 0 ? new ListQuery(page!, newestFirst, count, after) : null;
        return query is not null;
    }
}
