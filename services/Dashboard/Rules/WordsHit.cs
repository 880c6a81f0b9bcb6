using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Rules;

/// <summary>Which words the rules about words found most, in the newest cases of the week in which one of them spoke.</summary>
internal sealed class WordsHit([FromKeyedServices(DashboardModule.Name)] DbDataSource database, TimeProvider time)
{
    private const int Cases = 1_000;
    private const int Shown = 5;
    private readonly Cached<IReadOnlyDictionary<string, IReadOnlyList<WordHit>>> _cached = new(time);

    /// <summary>By the rule's id, the most frequent first. At most a minute old.</summary>
    /// <param name="rules">Those about words: what others mark may be somebody's address.</param>
    /// <param name="scope">Whose comments count.</param>
    public Task<IReadOnlyDictionary<string, IReadOnlyList<WordHit>>> GetAsync(IReadOnlyList<string> rules, SiteScope scope)
    {
        var key = string.Join('\n', rules.Append("").Concat(scope.IsAll ? ["*"] : scope.Sites.Order(StringComparer.Ordinal)));
        return _cached.GetAsync(key, () => CountAsync(rules, scope));
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<WordHit>>> CountAsync(IReadOnlyList<string> rules, SiteScope scope)
    {
        if (rules.Count == 0 || (!scope.IsAll && scope.Sites.Count == 0))
        {
            return new Dictionary<string, IReadOnlyList<WordHit>>();
        }

        var (all, parameters) = Ids.In(rules.Concat(scope.Sites));
        var names = all.Trim('(', ')').Split(", ");
        parameters.AddDynamicParams(new { week = time.GetUtcNow().AddDays(-7).ToUnixTimeMilliseconds(), limit = Cases });
        await using var connection = await database.OpenConnectionAsync();
        var rows = await connection.QueryAsync<Row>(
            $"""
            SELECT comment, verdict FROM cases WHERE erased_at IS NULL AND id IN (
                SELECT comment_id FROM case_marks
                WHERE kind = 'rule' AND name IN ({string.Join(", ", names.Take(rules.Count))}) AND submitted_at >= @week
                {(scope.IsAll ? "" : $"AND site_id IN ({string.Join(", ", names.Skip(rules.Count))})")}
                ORDER BY submitted_at DESC
                LIMIT @limit
            )
            """,
            parameters);
        return rows
            .SelectMany(row => WordsOf(StoredJson.Read<CommentSubmitted>(row.Comment), StoredJson.Read<Verdict>(row.Verdict), rules))
            .GroupBy(hit => hit.Rule, StringComparer.Ordinal)
            .ToDictionary(
                ofRule => ofRule.Key,
                ofRule => (IReadOnlyList<WordHit>)
                [
                    .. ofRule.GroupBy(hit => hit.Word, StringComparer.Ordinal).Select(word => new WordHit(word.Key, word.Count())).OrderByDescending(word => word.Comments).Take(Shown),
                ],
                StringComparer.Ordinal);
    }

    // A word counts once a comment.
    private static IEnumerable<(string Rule, string Word)> WordsOf(CommentSubmitted comment, Verdict verdict, IReadOnlyList<string> rules) => verdict.Findings
        .Where(finding => rules.Contains(finding.Rule, StringComparer.Ordinal))
        .SelectMany(finding => finding.Spans.Select(span => (finding.Rule, Word: span.ReadAs ?? Written(comment, span))))
        .Where(hit => hit.Word.Length > 0)
        .Distinct();

    private static string Written(CommentSubmitted comment, Span span)
    {
        var text = span.Field switch
        {
            "body" => comment.Body,
            "author.name" => comment.Author.Name,
            _ => "",
        };
        return span.Start >= 0 && span.Length > 0 && span.Start + span.Length <= text.Length ? text.Substring(span.Start, span.Length).ToLowerInvariant() : "";
    }

    private sealed record Row(string Comment, string Verdict);
}

/// <summary>A word and in how many of the cases looked at it was found.</summary>
public sealed record WordHit(string Word, int Comments);
