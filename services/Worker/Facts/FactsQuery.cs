using Moderation.Contracts;
using Moderation.Hosting.Sites;
using Moderation.Text;

namespace Moderation.Worker.Facts;

/// <summary>What facts are looked up under. Everything private in it is a keyed hash.</summary>
internal sealed record FactsQuery
{
    private static readonly RateDimensions[] _dimensions =
        [RateDimensions.Address, RateDimensions.Network, RateDimensions.Email, RateDimensions.Page, RateDimensions.Site];

    public required string SiteId { get; init; }

    public required Guid CommentId { get; init; }

    /// <summary>A comment of an author who had everything erased later than this has no facts.</summary>
    public DateTimeOffset SubmittedAt { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>What the ruleset in force counts by.</summary>
    public required Limits Limits { get; init; }

    /// <summary>The limited rates that the comment counts in; at most one a dimension.</summary>
    public IReadOnlyList<RateKey> Rates { get; init; } = [];

    /// <summary>Null when the author left no email.</summary>
    public string? AuthorKey { get; init; }

    /// <summary>Null when the text is too short to be told from others.</summary>
    public string? TextKey { get; init; }

    /// <summary>What nearly the same texts have in common; empty when the text is too short for that.</summary>
    public IReadOnlyList<string> NearTextKeys { get; init; } = [];

    /// <summary>Where moderators' standing of the author and of the address would be, the one that counts first.</summary>
    public IReadOnlyList<string> StandingFields { get; init; } = [];

    /// <summary>Whether to only look, and count nothing.</summary>
    public bool DryRun { get; init; }

    /// <param name="site">The comment's site.</param>
    /// <param name="comment">The comment as it was submitted.</param>
    /// <param name="body">The cleaned text.</param>
    /// <param name="limits">What the ruleset in force counts by.</param>
    /// <param name="dryRun">Whether to only look, and count nothing.</param>
    public static FactsQuery Of(Site site, CommentSubmitted comment, TextView body, Limits limits, bool dryRun)
    {
        var author = Hosting.Sites.AuthorKey.Of(site, comment.Author.Email);
        var text = Facts.TextKey.Of(body, limits.ShortestRepeat);
        var rates = new List<RateKey>(_dimensions.Length);
        foreach (var dimension in _dimensions)
        {
            if (limits.Rates.TryGetValue(dimension, out var rate) && KeyOf(dimension, site, comment, author) is { } key)
            {
                rates.Add(new RateKey(dimension, key, rate));
            }
        }

        return new FactsQuery
        {
            SiteId = site.Id,
            CommentId = comment.CommentId,
            SubmittedAt = comment.SubmittedAt,
            Limits = limits,
            Rates = rates,
            AuthorKey = author,
            TextKey = text,
            NearTextKeys = text is null ? [] : Facts.NearTextKeys.Of(site, body),
            StandingFields = SharedStandings.FieldsFor(site, author, comment.Client.Ip),
            DryRun = dryRun,
        };
    }

    private static string? KeyOf(RateDimensions dimension, Site site, CommentSubmitted comment, string? author) => dimension switch
    {
        RateDimensions.Address => AddressKey.OfSubscriber(site, comment.Client.Ip),
        RateDimensions.Network => AddressKey.OfNetwork(site, comment.Client.Ip),
        RateDimensions.Email => author,
        RateDimensions.Page => comment.Page.Id.Length == 0 ? null : site.KeyedHash("page", comment.Page.Id),
        RateDimensions.Site => "all",
        _ => null,
    };
}
