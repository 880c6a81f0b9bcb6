using System.Text.Json.Serialization;
using Moderation.Publisher.Avatars;
using Moderation.Publisher.Decisions;

namespace Moderation.Publisher.Comments;

/// <summary>A comment as the public sees it.</summary>
internal sealed record CommentItem
{
    public required Guid Id { get; init; }

    public required Guid? ParentId { get; init; }

    /// <summary>True for what is left of a withdrawn comment that has replies.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public required bool Removed { get; init; }

    public required CommentAuthor? Author { get; init; }

    /// <summary>Plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The same text, safe to embed.</summary>
    public required string Html { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime PublishedAt { get; init; }

    /// <summary>Published comments below it, at any depth; only on the first level of threads.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? ReplyCount { get; init; }

    /// <summary>The first comments below it, oldest first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CommentItem>? Replies { get; init; }

    /// <summary>The cursor of the comments below it that follow.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RepliesNext { get; init; }

    public static CommentItem Of(CommentRow row)
    {
        var removed = row.State != CommentState.Published;
        return new CommentItem
        {
            Id = Guid.Parse(row.Id),
            ParentId = row.ParentId is null ? null : Guid.Parse(row.ParentId),
            Removed = removed,
            Author = removed ? null : new CommentAuthor { Name = row.Name, Url = row.Url, Avatar = AvatarKey.Address(row.Avatar) },
            Text = row.Body,
            Html = SafeHtml.Of(row.Body),
            PublishedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.PublishedAt).UtcDateTime,
        };
    }
}

/// <summary>An author as the public sees them.</summary>
internal sealed record CommentAuthor
{
    public required string Name { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public required string? Url { get; init; }

    /// <summary>The picture's address, relative to this service.</summary>
    public required string Avatar { get; init; }
}
