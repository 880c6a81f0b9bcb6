using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Moderation.Publisher.Comments;

/// <summary>Which comments of a page are asked for.</summary>
internal sealed record ListQuery
{
    public const int MostComments = 200;

    private const int DefaultLimit = 50;
    private const int DefaultReplies = 3;
    private const int MostReplies = 50;

    public required bool NewestFirst { get; init; }

    public required int Limit { get; init; }

    public required Cursor After { get; init; }

    /// <summary>How many replies come with each comment of the first level; null lists all comments alike.</summary>
    public required int? Replies { get; init; }

    /// <summary>The comment of the first level whose replies are asked for.</summary>
    public required Guid? Thread { get; init; }

    /// <summary>Reads the query string; what is wrong is told by field, without repeating what was sent.</summary>
    public static bool TryParse(
        IQueryCollection asked,
        [NotNullWhen(true)] out string? page,
        [NotNullWhen(true)] out ListQuery? query,
        out Dictionary<string, string[]> errors)
    {
        errors = [];
        page = asked["page"].ToString();
        if (page.Length == 0)
        {
            errors["page"] = ["Say which page: page is the id the comments were posted with."];
        }

        var threads = OneOf(asked, "threads", "false", "true", errors);
        var newestFirst = !OneOf(asked, "order", "newest", "oldest", errors);
        var limit = Number(asked, "limit", 1, MostComments, errors) ?? DefaultLimit;
        var replies = Number(asked, "replies", 0, MostReplies, errors);
        if (replies is not null && !threads)
        {
            errors["replies"] = ["replies goes with threads=true."];
        }

        Guid? thread = null;
        if (asked["thread"] is { Count: > 0 } text)
        {
            thread = Guid.TryParseExact(text.ToString(), "D", out var id) ? id : null;
            if (thread is null || threads)
            {
                errors["thread"] = ["thread is the id of a comment, and does not go with threads=true."];
            }

            newestFirst = false;
        }

        var after = Cursor.Start(newestFirst);
        if (asked["cursor"] is { Count: > 0 } cursor && !Cursor.TryParse(cursor.ToString(), out after))
        {
            errors["cursor"] = ["cursor is what an earlier answer gave as next."];
        }

        query = errors.Count > 0 ? null : new ListQuery
        {
            NewestFirst = newestFirst,
            Limit = limit,
            After = after,
            Replies = threads ? replies ?? DefaultReplies : null,
            Thread = thread,
        };
        return query is not null;
    }

    /// <returns>Whether it is the second.</returns>
    private static bool OneOf(IQueryCollection asked, string field, string usual, string other, Dictionary<string, string[]> errors)
    {
        var value = asked[field];
        if (value.Count > 0 && value != usual && value != other)
        {
            errors[field] = [$"{field} is {usual} or {other}."];
        }

        return value == other;
    }

    private static int? Number(IQueryCollection asked, string field, int least, int most, Dictionary<string, string[]> errors)
    {
        var value = asked[field];
        if (value.Count == 0)
        {
            return null;
        }

        if (int.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        errors[field] = [$"{field} is a whole number from {least} to {most}."];
        return null;
    }
}
