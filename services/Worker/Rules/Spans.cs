using Moderation.Contracts;
using Moderation.Text;

namespace Moderation.Worker.Rules;

/// <summary>Where findings point to.</summary>
internal static class Spans
{
    public const string Body = "body";
    public const string Name = "author.name";

    /// <summary>A finding marks at most this many places: a thousand links need not be a thousand marks.</summary>
    public const int Most = 100;

    public static IReadOnlyList<Span> In(string field, IEnumerable<TextSpan> spans) =>
        [.. spans.Take(Most).Select(span => new Span { Field = field, Start = span.Start, Length = span.Length })];
}
