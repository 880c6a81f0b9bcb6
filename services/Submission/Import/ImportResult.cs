using System.Text.Json.Serialization;
using Moderation.Submission.Intake;

namespace Moderation.Submission.Import;

/// <summary>What became of a line of an archive.</summary>
internal sealed record ImportResult
{
    /// <summary>Null when the line has none that can be read.</summary>
    public required Guid? Id { get; init; }

    /// <summary><c>imported</c>; <c>known</c> for one that was there already; <c>refused</c>.</summary>
    public required string Result { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required IDictionary<string, string[]>? Errors { get; init; }

    public static ImportResult Of(ImportedComment? comment, FieldErrors errors, HashSet<Guid> isNew) => new()
    {
        Id = comment?.Comment.CommentId,
        // Of two lines with one id the second is known.
        Result = comment is null ? "refused" : isNew.Remove(comment.Comment.CommentId) ? "imported" : "known",
        Errors = comment is null ? errors.ByField : null,
    };
}
