using Moderation.Contracts;

namespace Moderation.Benchmarks.Rules;

/// <summary>Comments of one length as a site's visitors would send them.</summary>
internal static class SampleComments
{
    /// <summary>In grapheme clusters.</summary>
    public const int Length = 200;

    private const int PerLanguage = 8;

    /// <summary>How many there are.</summary>
    public const int Count = 3 * PerLanguage;

    public static CommentSubmitted[] All() => [.. SampleTexts.Cut(PerLanguage, Length, _ => true).Select(Of)];

    public static CommentSubmitted Of(string body) => new()
    {
        CommentId = Guid.CreateVersion7(),
        SiteId = "demo",
        Page = new Page { Id = "1", Url = "http://localhost/", Title = "1" },
        Author = new Author { Name = "Ek Pathak", Email = "pathak@example.org" },
        Body = body,
        Client = new Client { Ip = "192.0.2.1" },
        SubmittedAt = DateTimeOffset.UnixEpoch,
    };
}
