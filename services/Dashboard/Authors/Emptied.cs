using Moderation.Contracts;

namespace Moderation.Dashboard.Authors;

/// <summary>What is left of a comment and its verdict once nothing may tell of the author.</summary>
internal static class Emptied
{
    public static CommentSubmitted Comment(CommentSubmitted comment) => WithoutContacts(comment) with { Author = new Author { Name = "" }, Body = "", Form = null };

    /// <summary>Which rules spoke and what they weighed; not what they saw, which is quoted from the text.</summary>
    public static Verdict Verdict(Verdict verdict) =>
        verdict with { Findings = [.. verdict.Findings.Select(Finding)], Shadow = [.. verdict.Shadow.Select(Finding)] };

    /// <summary>Text and name stay.</summary>
    public static CommentSubmitted WithoutContacts(CommentSubmitted comment) =>
        comment with { Author = comment.Author with { Email = null }, Client = new Client() };

    private static Finding Finding(Finding finding) => finding with { Reason = "", Translations = null, Spans = [] };
}
