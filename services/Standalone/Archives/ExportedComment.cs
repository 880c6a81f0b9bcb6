using Moderation.Dashboard.Cases;
using Moderation.Hosting.Sites;
using Moderation.Publisher;
using Moderation.Publisher.Pages;

namespace Moderation.Standalone.Archives;

/// <summary>A comment on file as it goes into an archive.</summary>
internal static class ExportedComment
{
    // For one that tells somebody's email.
    private const string NoAddress = "https://unknown.invalid/";

    /// <summary>Everything, also what is private.</summary>
    public static ArchivedComment Whole(FiledComment filed)
    {
        var (page, author, client) = (filed.Comment.Page, filed.Comment.Author, filed.Comment.Client);
        var archived = Of(filed, new ArchivedPage(page.Id, page.Url, page.Title), new ArchivedAuthor(author.Name, author.Email, author.Url), filed.Comment.Body);
        return archived with { Client = new ArchivedClient(client.Ip, client.UserAgent, client.Referrer) };
    }

    /// <summary>What the publisher would show of it, were it approved.</summary>
    public static ArchivedComment Public(FiledComment filed, Site site)
    {
        var (shown, page) = (PublicComment.Of(filed.Comment, site), PublicPage.Of(filed.Comment.Page, site));
        return Of(
            filed, new ArchivedPage(filed.Comment.Page.Id, page.Url ?? NoAddress, page.Title), new ArchivedAuthor(shown.Name, null, shown.Url), shown.Body);
    }

    private static ArchivedComment Of(FiledComment filed, ArchivedPage page, ArchivedAuthor author, string body) => new()
    {
        Id = filed.Comment.CommentId,
        Page = page,
        ParentId = filed.Comment.ParentId,
        Author = author,
        Body = body,
        Language = filed.Comment.Language,
        SubmittedAt = filed.Comment.SubmittedAt,
        Status = filed.State,
        Decision = filed.Decision is { } decided ? new ArchivedDecision(decided.Decision, decided.Reason, decided.Labels) : null,
    };
}
