using System.Data.Common;
using Dapper;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Decisions;

/// <summary>How a case stands, for whoever came too late to decide it.</summary>
internal sealed record Standing(string State, string DecidedBy, long DecidedAt, long Sequence)
{
    /// <summary>A conflict with the decision that stands; unknown when there is no such case, or it is not for these eyes.</summary>
    public static async Task<DecisionResult> ReadAsync(DbConnection connection, Guid comment, SiteScope scope, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters(new { id = comment.ToString() });
        var own = scope.IsAll ? "" : $"AND site_id IN {Ids.In(scope.Sites, "scope", parameters)}";
        var standing = await connection.QuerySingleOrDefaultAsync<Standing>(new CommandDefinition(
            $"SELECT state, decided_by AS decidedBy, decided_at AS decidedAt, sequence FROM cases WHERE id = @id {own}",
            parameters,
            cancellationToken: cancellationToken));
        return standing is null
            ? DecisionResult.OfUnknown(comment)
            : new DecisionResult(comment.ToString(), DecisionResult.Conflict, standing.State, standing.DecidedBy, standing.Sequence)
            {
                DecidedAt = DateTimeOffset.FromUnixTimeMilliseconds(standing.DecidedAt),
            };
    }
}
