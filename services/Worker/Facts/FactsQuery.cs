using Moderation.Contracts;
using Moderation.Hosting.Sites;
using Moderation.Text;

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

    /// <summary>What is counted, as the ruleset in force says.</summary>
    public required Limits Limits { get; init; }

    /// <summary>Whether to only look, and count nothing.</summary>
    public bool DryRun { get; init; }

    /// <param name="site">The comment's site.</param>
    /// <param name="comment">The comment as it was submitted.</param>
    /// <param name="body">The comment's text as people read it.</param>
    /// <param name="limits">What is counted, as the ruleset in force says.</param>
    /// <param name="dryRun">Whether to only look, and count nothing.</param>
    public static FactsQuery Of(Site site, CommentSubmitted comment, TextView body, Limits limits, bool dryRun) => new()
    {
        SiteId = site.Id,
        CommentId = comment.CommentId,
        AddressKey = Facts.AddressKey.Of(site, comment.Client.Ip),
        AuthorKey = Facts.AuthorKey.Of(site, comment.Author.Email),
        TextKey = Facts.TextKey.Of(body, limits.ShortestRepeat),
        Limits = limits,
        DryRun = dryRun,
    };
}
