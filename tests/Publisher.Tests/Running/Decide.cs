using Moderation.Contracts;

namespace Moderation.Publisher.Tests.Running;

/// <summary>Comments and decisions on them.</summary>
internal static class Decide
{
    private static readonly DateTimeOffset _submittedAt = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);

    private static readonly Verdict _verdict = new() { Score = 0, Findings = [], Ruleset = new string('0', 64) };

    public static CommentSubmitted Comment(
        string body = "बहुत अच्छा लेख है।",
        string name = "Asha",
        string? url = null,
        string? email = null,
        string site = "demo",
        string page = "story",
        Guid? parent = null,
        string title = "Story",
        string pageUrl = "https://news.example.com/story") => new()
        {
            CommentId = Guid.CreateVersion7(),
            SiteId = site,
            Page = new Page { Id = page, Url = pageUrl, Title = title },
            ParentId = parent,
            Author = new Author { Name = name, Email = email, Url = url },
            Body = body,
            Client = new Client { Ip = "192.0.2.7", UserAgent = "test" },
            SubmittedAt = _submittedAt,
        };

    public static CommentApproved Approve(CommentSubmitted comment, long sequence = 1, int second = 1) => new()
    {
        Comment = comment,
        Verdict = _verdict,
        Sequence = sequence,
        DecidedBy = By(sequence),
        DecidedAt = At(second),
    };

    public static CommentHeld Hold(CommentSubmitted comment, long sequence = 1, int second = 1) => new()
    {
        Comment = comment,
        Verdict = _verdict,
        Sequence = sequence,
        DecidedBy = By(sequence),
        DecidedAt = At(second),
    };

    public static CommentRejected Reject(CommentSubmitted comment, long sequence = 1, int second = 1) => new()
    {
        Comment = comment,
        Verdict = _verdict,
        Sequence = sequence,
        DecidedBy = By(sequence),
        DecidedAt = At(second),
    };

    private static string By(long sequence) => sequence == 1 ? IDecision.Rules : "moderator";

    private static DateTimeOffset At(int second) => _submittedAt.AddSeconds(second);
}
