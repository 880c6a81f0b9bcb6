using System.Text.Json.Serialization;
using Moderation.Contracts;
using Moderation.Dashboard.Cases;

namespace Moderation.Dashboard.Api;

/// <summary>A case as the API shows it.</summary>
internal sealed record CaseAnswer
{
    public required Guid Id { get; init; }

    public required string Site { get; init; }

    public required Page Page { get; init; }

    public required Guid? ParentId { get; init; }

    public required Author Author { get; init; }

    public required string Body { get; init; }

    public required ClientAnswer Client { get; init; }

    public required string? Language { get; init; }

    public required DateTime SubmittedAt { get; init; }

    public required Verdict Verdict { get; init; }

    public required string State { get; init; }

    public required long Sequence { get; init; }

    public required string DecidedBy { get; init; }

    public required DateTime DecidedAt { get; init; }

    public required IEnumerable<DecisionAnswer> History { get; init; }

    // DateTime, not DateTimeOffset: in UTC it is written with a Z.
    public static CaseAnswer Of(Case filed) => new()
    {
        Id = filed.Comment.CommentId,
        Site = filed.Comment.SiteId,
        Page = filed.Comment.Page,
        ParentId = filed.Comment.ParentId,
        Author = filed.Comment.Author,
        Body = filed.Comment.Body,
        Client = new ClientAnswer(filed.Comment.Client.Ip, filed.Comment.Client.UserAgent),
        Language = filed.Comment.Language,
        SubmittedAt = filed.Comment.SubmittedAt.UtcDateTime,
        Verdict = filed.Verdict,
        State = filed.State,
        Sequence = filed.Sequence,
        DecidedBy = filed.DecidedBy,
        DecidedAt = filed.DecidedAt.UtcDateTime,
        History = filed.History.Select(past =>
            new DecisionAnswer(past.Sequence, past.Decision, past.State, past.DecidedBy, past.DecidedAt.UtcDateTime, past.Note, past.Reason, past.Undoes)),
    };
}

internal sealed record ClientAnswer(string? Ip, string? UserAgent);

internal sealed record DecisionAnswer(long Sequence, string Decision, string State, string DecidedBy, DateTime DecidedAt, string? Note,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Undoes);
