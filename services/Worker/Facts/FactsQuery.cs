using Moderation.Contracts;
using Moderation.Hosting.Sites;

namespace Moderation.Worker.Facts;

/// <summary>What facts are looked up under. Everything private in it is a keyed hash.</summary>
internal sealed record FactsQuery
{
    public required string SiteId { get; init; }

    public required Guid CommentId { get; init; }

    /// <summary>Null when the comment came without a usable address.</summary>
    public string? AddressKey { get; init; }

    /// <summary>Null when the author left no email.</summary>
    public string? AuthorKey { get; init; }

    /// <summary>Null when the text is too short to be told from others.</summary>
    public string? TextKey { get; init; }

    /// <summary>Whether to only look, and count nothing.</summary>
    public bool DryRun { get; init; }

    /// <param name="site">The comment's site.</param>
    /// <param name="comment">The comment as it was submitted.</param>
    /// <param name="textKey">Stands for the text, or null.</param>
    /// <param name="dryRun">Whether to only look, and count nothing.</param>
    public static FactsQuery Of(Site site, CommentSubmitted comment, string? textKey, bool dryRun) => new()
    {
        SiteId = site.Id,
        CommentId = comment.CommentId,
        AddressKey = Facts.AddressKey.Of(site, comment.Client.Ip),
        AuthorKey = Facts.AuthorKey.Of(site, comment.Author.Email),
        TextKey = textKey,
        DryRun = dryRun,
    };
}
