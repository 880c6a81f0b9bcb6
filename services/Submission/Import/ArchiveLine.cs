using System.Text.Json;
using Moderation.Submission.Intake;

namespace Moderation.Submission.Import;

/// <summary>Reads a line of an archive: a comment as it is posted, with <c>id</c>, <c>submittedAt</c> and <c>status</c>.</summary>
internal static class ArchiveLine
{
    // Archives hold what other systems let pass.
    private const int BodyMaximum = 65_536;
    private const string NotAnObject = "It is not a comment as a JSON object.";
    private static readonly DateTimeOffset _firstWebPage = new(1991, 8, 6, 0, 0, 0, TimeSpan.Zero);

    /// <param name="line">UTF-8.</param>
    /// <param name="siteId">A known site.</param>
    /// <param name="now">No comment is of a later time.</param>
    /// <param name="errors">Gets a sentence for each wrong field; <c>""</c> for the line as a whole.</param>
    /// <returns>The comment, or null when there are errors.</returns>
    public static ImportedComment? Read(ReadOnlyMemory<byte> line, string siteId, DateTimeOffset now, FieldErrors errors)
    {
        CommentRequest? request;
        Origin? origin;
        try
        {
            using var document = JsonDocument.Parse(line);
            request = document.Deserialize<CommentRequest>(JsonSerializerOptions.Web);
            origin = document.Deserialize<Origin>(JsonSerializerOptions.Web);
        }
        catch (JsonException exception)
        {
            errors.Add((exception.Path ?? "$").TrimStart('$').TrimStart('.'), exception.Path is null ? "It is not JSON." : "It is of the wrong type.");
            return null;
        }

        if (request is null || origin is null)
        {
            errors.Add("", NotAnObject);
            return null;
        }

        var (id, submittedAt, status) = (Id(origin, errors), SubmittedAt(origin, now, errors), Status(origin, errors));
        var comment = CommentValidation.Validate(request, siteId, client: null, submittedAt, errors, BodyMaximum);
        return comment is null ? null : new ImportedComment(comment with { CommentId = id }, status);
    }

    private static Guid Id(Origin origin, FieldErrors errors)
    {
        if (!Guid.TryParse(origin.Id, out var id) || id == Guid.Empty)
        {
            errors.Add("id", "It is not a UUID.");
        }

        return id;
    }

    private static DateTimeOffset SubmittedAt(Origin origin, DateTimeOffset now, FieldErrors errors)
    {
        if (origin.SubmittedAt is { } at && at >= _firstWebPage && at <= now)
        {
            return at.ToUniversalTime();
        }

        errors.Add("submittedAt", "It is not a time such as 2024-05-01T10:00:00Z that is past.");
        return now;
    }

    private static string Status(Origin origin, FieldErrors errors)
    {
        switch (origin.Status)
        {
            case CommentStatus.Approved or CommentStatus.Held or CommentStatus.Rejected:
                return origin.Status;
            case CommentStatus.Withdrawn:
                return CommentStatus.Rejected;
            default:
                errors.Add("status", "It is approved, held, rejected or withdrawn.");
                return "";
        }
    }

    private sealed record Origin
    {
        public string? Id { get; init; }

        public DateTimeOffset? SubmittedAt { get; init; }

        public string? Status { get; init; }
    }
}
