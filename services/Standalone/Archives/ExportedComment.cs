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
        var (author, client) = (filed.Comment.Author, filed.Comment.Client);
        return Of(filed, filed.Comment.Page.Title, filed.Comment.Page.Url) with
        {
            Author = new ArchivedAuthor(author.Name, author.Email, author.Url),
            Client = new ArchivedClient(client.Ip, client.UserAgent, client.Referrer),
            Body = filed.Comment.Body,
        };
    }

    /// <summary>What the publisher would show of it, were it approved.</summary>
    public static ArchivedComment Public(FiledComment filed, Site site)
    {
        var (shown, page) = (PublicComment.Of(filed.Comment, site), PublicPage.Of(filed.Comment.Page, site));
        return Of(filed, page.Title, page.Url ?? NoAddress) with
        {
            Author = new ArchivedAuthor(shown.Name, null, shown.Url),
            Body = shown.Body,
        };
    }

    private static ArchivedComment Of(FiledComment filed, string title, string url) => new()
    {
        Id = filed.Comment.CommentId,
        Page = new ArchivedPage(filed.Comment.Page.Id, url, title),
        ParentId = filed.Comment.ParentId,
        Author = new ArchivedAuthor("", null, null),
        Body = "",
        Language = filed.Comment.Language,
        SubmittedAt = filed.Comment.SubmittedAt,
        Status = filed.State,
    };
}
