using System.Globalization;
using System.Text;
using System.Text.Json;
using Moderation.Publisher.Answers;
using Moderation.Publisher.Comments;

namespace Moderation.Publisher.Live;

/// <summary>Writes events as browsers read them (HTML Standard, server-sent events).</summary>
internal static class ServerSentEvents
{
    public const string ContentType = "text/event-stream";

    /// <summary>A line that readers skip; it keeps proxies from hanging up.</summary>
    public static readonly ReadOnlyMemory<byte> Heartbeat = ":\n\n"u8.ToArray();

    /// <summary>What comes first: when to try again after an interruption, and from where.</summary>
    public static ReadOnlyMemory<byte> Start(long version) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"retry: 3000\nid: {version}\n\n"));

    /// <param name="changed">In the order of their versions.</param>
    /// <param name="count">How many are published on the page.</param>
    public static byte[] Of(IReadOnlyList<ChangedComment> changed, long count)
    {
        var events = new StringBuilder();
        for (var index = 0; index < changed.Count; index++)
        {
            var comment = changed[index];
            var isLast = index == changed.Count - 1 || changed[index + 1].Version > comment.Version;
            // Who is cut off between two of one version has not had that version yet.
            events.Append(CultureInfo.InvariantCulture, $"id: {(isLast ? comment.Version : comment.Version - 1)}\n");
            events.Append(comment.IsPublished ? "event: published\n" : "event: withdrawn\n");
            events.Append("data: ").Append(Data(comment, count)).Append("\n\n");
        }

        return Encoding.UTF8.GetBytes(events.ToString());
    }

    // JSON has no line ends of its own.
    private static string Data(ChangedComment comment, long count) => comment.IsPublished
        ? JsonSerializer.Serialize(new { count, comment = CommentItem.Of(comment) }, PublicJson.Options)
        : JsonSerializer.Serialize(new { count, comment.Id, comment.Stays }, PublicJson.Options);
}
