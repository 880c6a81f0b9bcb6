using System.Data.Common;
using System.Runtime.CompilerServices;
using Moderation.Contracts;
using Moderation.Hosting.Stores;

namespace Moderation.Dashboard.Cases;

/// <summary>The comments of all cases, for programs that only read them.</summary>
public static class FiledComments
{
    /// <summary>Every comment on file that was not erased, oldest first, one at a time however many there are.</summary>
    /// <param name="databases">Those that the dashboard's is one of.</param>
    /// <param name="site">Only comments of this site; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DbException">The database cannot be read.</exception>
    public static async IAsyncEnumerable<FiledComment> ReadAsync(
        IDatabases databases, string? site, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var connection = await databases.Source(DashboardModule.Name).OpenConnectionAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        // Ids sort by the time of submission, and they have an index.
        command.CommandText = $"SELECT comment, state FROM cases {(site is null ? "" : "WHERE site_id = @site")} ORDER BY id";
        if (site is not null)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@site", site);
            command.Parameters.Add(parameter);
        }

        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            // Its author had it erased. Asked of the comment: the database may be of an earlier version, and is only read.
            if (StoredJson.Read<CommentSubmitted>(rows.GetString(0)) is { Body.Length: > 0 } comment)
            {
                yield return new FiledComment(comment, rows.GetString(1));
            }
        }
    }
}
