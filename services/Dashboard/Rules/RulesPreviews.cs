using System.Data.Common;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Contracts;
using Moderation.Dashboard.Cases;
using Moderation.Dashboard.SignIn;

namespace Moderation.Dashboard.Rules;

/// <summary>Has workers judge the last comments by changed rules.</summary>
internal sealed class RulesPreviews([FromKeyedServices(DashboardModule.Name)] DbDataSource database, Workers workers)
{
    public const int Comments = 1_000;

    // A message of RabbitMQ should stay well below its 16 MB, and several workers share the work.
    private const int MostInOne = 250;
    private const int MostCharactersInOne = 2_000_000;
    private const int AtOnce = 3;
    private const int Shown = 50;
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    /// <summary>Only whether anything is wrong with the changes.</summary>
    /// <exception cref="NoWorkerException">None answered in time.</exception>
    public Task<RulesPreview> CheckAsync(RulesOverlay overlay, RulesOverlay before, CancellationToken cancellationToken) =>
        AskAsync(overlay, before, [], [], _soon, cancellationToken);

    /// <summary>What would have become of the last <see cref="Comments"/>, and what the added entries find in the last that stand approved.</summary>
    /// <param name="overlay">The changes on trial.</param>
    /// <param name="before">Those in force.</param>
    /// <param name="scope">Whose comments may be shown.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="NoWorkerException">None answered in time.</exception>
    public async Task<RulesPreview> RunAsync(RulesOverlay overlay, RulesOverlay before, SiteScope scope, CancellationToken cancellationToken)
    {
        var recent = await ReadAsync("ORDER BY id DESC", scope, cancellationToken);
        var adds = OverlayEdits.Difference(before, overlay).Words.Any(edit => edit.After is { IsRemoved: false });
        var approved = adds ? await ReadAsync("AND state = 'approved' ORDER BY submitted_at DESC, id DESC", scope, cancellationToken) : [];
        // Who has no worker is told soon; a thousand comments may take a busy one a while.
        await CheckAsync(overlay, before, cancellationToken);
        return await AskAsync(overlay, before, recent, approved, _patience, cancellationToken);
    }

    private async Task<RulesPreview> AskAsync(
        RulesOverlay overlay,
        RulesOverlay before,
        IReadOnlyList<CommentSubmitted> recent,
        IReadOnlyList<CommentSubmitted> approved,
        TimeSpan patience,
        CancellationToken cancellationToken)
    {
        var questions = Batches(recent).Select(batch => new PreviewAsked { Overlay = overlay, Comments = batch })
            .Concat(Batches(approved).Select(batch => new PreviewAsked { Overlay = overlay, Approved = batch }))
            .DefaultIfEmpty(new PreviewAsked { Overlay = overlay })
            .ToList();
        var answers = new PreviewAnswered[questions.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, questions.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (number, token) => answers[number] = await workers.AskAsync<PreviewAsked, PreviewAnswered>(questions[number], token, patience));

        var byId = recent.ToDictionary(comment => comment.CommentId);
        var difference = OverlayEdits.Difference(before, overlay);
        return new RulesPreview
        {
            Judged = recent.Count,
            Approved = approved.Count,
            Changed =
            [
                .. answers.SelectMany(answer => answer.Counts).Where(count => count.From != count.To)
                    .GroupBy(count => (count.From, count.To))
                    .Select(same => new OutcomeCount { From = same.Key.From, To = same.Key.To, Count = same.Sum(count => count.Count) })
                    .OrderByDescending(count => count.Count),
            ],
            Comments = [.. answers.SelectMany(answer => answer.Changes).Take(Shown).Select(change => new PreviewedComment(byId[change.CommentId], change))],
            Notices = [.. answers[0].Notices.Where(notice => notice.IsFault || IsNew(notice, difference)).OrderByDescending(notice => notice.IsFault)],
            Frequent =
            [
                .. answers.SelectMany(answer => answer.Hits)
                    .GroupBy(hits => (hits.Site, hits.List, hits.Language, hits.Entry))
                    .Select(same => same.First() with { Comments = same.Sum(hits => hits.Comments) })
                    .Where(hits => hits.Comments >= Math.Max(2, approved.Count * RulesPreview.ManyHits) && difference.Has(ChangeOf(hits)))
                    .OrderByDescending(hits => hits.Comments),
            ],
            Ruleset = answers[0].Ruleset,
        };
    }

    private static bool IsNew(RulesNotice notice, OverlayDifference difference) => notice.Entry is null
        || difference.Has(new WordChange { Site = notice.Site, List = notice.List!, Language = notice.Language!, Entry = notice.Entry });

    private static WordChange ChangeOf(EntryHits hits) => new() { Site = hits.Site, List = hits.List, Language = hits.Language, Entry = hits.Entry };

    private static IEnumerable<IReadOnlyList<CommentSubmitted>> Batches(IReadOnlyList<CommentSubmitted> comments)
    {
        var batch = new List<CommentSubmitted>();
        var characters = 0;
        foreach (var comment in comments)
        {
            if (batch.Count == MostInOne || (batch.Count > 0 && characters + comment.Body.Length > MostCharactersInOne))
            {
                yield return batch;
                (batch, characters) = ([], 0);
            }

            batch.Add(comment);
            characters += comment.Body.Length;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private async Task<IReadOnlyList<CommentSubmitted>> ReadAsync(string rest, SiteScope scope, CancellationToken cancellationToken)
    {
        var (sites, parameters) = Ids.In(scope.Sites);
        if (!scope.IsAll && scope.Sites.Count == 0)
        {
            return [];
        }

        parameters.Add("limit", Comments);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<string>(new CommandDefinition(
            $"SELECT comment FROM cases WHERE erased_at IS NULL {(scope.IsAll ? "" : $"AND site_id IN {sites}")} {rest} LIMIT @limit",
            parameters,
            cancellationToken: cancellationToken));
        return [.. rows.Select(StoredJson.Read<CommentSubmitted>)];
    }
}
