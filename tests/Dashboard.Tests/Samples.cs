using System.Collections.Frozen;
using Moderation.Contracts;
using Moderation.Hosting.Sites;

namespace Moderation.Dashboard.Tests;

/// <summary>Comments and decisions to begin with.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static CommentSubmitted Comment(string body = "बहुत अच्छा लेख है।", DateTimeOffset? at = null, string site = "demo", string name = "पाठक", string? email = null) => new()
    {
        CommentId = Guid.CreateVersion7(at ?? Noon),
        SiteId = site,
        Page = new Page { Id = "page-1", Url = "https://news.example.com/page-1", Title = "एक लेख" },
        Author = new Author { Name = name, Email = email },
        Body = body,
        Client = new Client { Ip = "192.0.2.7", UserAgent = "Browser" },
        Language = "hi",
        SubmittedAt = at ?? Noon,
    };

    /// <summary>The key of an author on the site <c>demo</c> of a <see cref="DashboardHost"/>.</summary>
    public static string AuthorKeyOf(string email) => AuthorKey.Of(
        new Site { Id = "demo", Name = "", Language = "", Origins = [], ClosedPages = FrozenSet<string>.Empty, Secret = "demo-secret" }, email)!;

    public static Verdict Verdict(double score = 5, params Finding[] findings) => new() { Score = score, Findings = findings, Ruleset = new string('a', 64) };

    public static CommentHeld Held(this CommentSubmitted comment, long sequence = 1, DateTimeOffset? at = null, Verdict? verdict = null) => new()
    {
        Comment = comment,
        Verdict = verdict ?? Verdict(),
        Sequence = sequence,
        DecidedBy = IDecision.Rules,
        DecidedAt = at ?? comment.SubmittedAt.AddSeconds(1),
    };

    public static CommentApproved Approved(this CommentSubmitted comment, long sequence = 1, DateTimeOffset? at = null, string by = IDecision.Rules) => new()
    {
        Comment = comment,
        Verdict = Verdict(0),
        Sequence = sequence,
        DecidedBy = by,
        DecidedAt = at ?? comment.SubmittedAt.AddSeconds(1),
    };

    public static CommentRejected Rejected(this CommentSubmitted comment, long sequence = 1, DateTimeOffset? at = null, string by = IDecision.Rules) => new()
    {
        Comment = comment,
        Verdict = Verdict(20),
        Sequence = sequence,
        DecidedBy = by,
        DecidedAt = at ?? comment.SubmittedAt.AddSeconds(1),
    };
}
