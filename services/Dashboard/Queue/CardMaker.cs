using Moderation.Dashboard.Cases;
using Moderation.Dashboard.SignIn;
using Moderation.Hosting.Sites;

namespace Moderation.Dashboard.Queue;

/// <summary>Makes cards of cases, with what they reply to and what became of their authors' other comments.</summary>
internal sealed class CardMaker(CaseReader cases, AuthorRecords records, SiteList sites)
{
    public async Task<IReadOnlyList<Card>> MakeAsync(IReadOnlyList<Case> filed, SiteScope scope, CancellationToken cancellationToken)
    {
        if (filed.Count == 0)
        {
            return [];
        }

        var replies = filed.Where(one => one.Comment.ParentId is not null).Select(one => one.Comment.ParentId!.Value).ToHashSet();
        var parents = (await cases.GetAsync(replies, scope, cancellationToken)).ToDictionary(parent => parent.Comment.CommentId);
        var known = await records.ReadAsync([.. filed.Select(one => one.Comment.CommentId)], cancellationToken);
        return
        [
            .. filed.Select(one => new Card(one)
            {
                Parent = one.Comment.ParentId is { } parent ? parents.GetValueOrDefault(parent) : null,
                Published = PublicView.Of(one.Comment, sites),
                Record = known.GetValueOrDefault(one.Comment.CommentId),
            }),
        ];
    }
}
