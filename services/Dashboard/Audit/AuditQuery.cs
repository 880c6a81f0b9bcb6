namespace Moderation.Dashboard.Audit;

/// <summary>Which entries; all when nothing is said.</summary>
internal sealed record AuditQuery
{
    public string? Who { get; init; }

    public string? What { get; init; }

    /// <summary>The id of a comment, or of whatever else.</summary>
    public string? Subject { get; init; }

    /// <summary>At or after this.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before this.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Only older ones than this position.</summary>
    public long? Before { get; init; }

    public string Sql => string.Join(
        " AND ",
        new[]
        {
            "1 = 1",
            Who is null ? null : "who = @who",
            What is null ? null : "what = @what",
            Subject is null ? null : "subject = @subject",
            From is null ? null : "at >= @from",
            To is null ? null : "at < @to",
            Before is null ? null : "position < @before",
        }.OfType<string>());

    public object Parameters(int limit) => new
    {
        who = Who,
        what = What,
        subject = Subject,
        from = From?.ToUnixTimeMilliseconds(),
        to = To?.ToUnixTimeMilliseconds(),
        before = Before,
        limit,
    };
}
