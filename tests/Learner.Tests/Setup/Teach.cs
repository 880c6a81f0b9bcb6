using System.Globalization;
using Moderation.Contracts;

namespace Moderation.Learner.Tests.Setup;

/// <summary>Comments with what moderators say of them. The words for what is refused are made up: what counts is that they recur.</summary>
internal static class Teach
{
    public const string Email = "pathak@example.com";

    private static readonly DateTimeOffset _begin = DateTimeOffset.UtcNow.AddDays(-1);

    private static readonly string[] _subjects =
        ["सड़क", "बिजली", "स्कूल", "मेट्रो", "किसान", "the budget", "the match", "नहर", "अस्पताल", "मौसम", "the new bridge", "बाज़ार", "रेल", "the election"];

    private static readonly string[] _fine =
        [
            "की खबर के लिए धन्यवाद, लेख अच्छा है", "पर सरकार को ध्यान देना चाहिए", "will it help the village, I wonder", "ka kaam jaldi pura ho jaye to achha",
            "के बारे में और लिखिए", "was well explained here, thank you", "में सुधार हुआ है, यह मानना पड़ेगा", "par aapki report sahi lagi",
        ];

    private static readonly string[] _refused =
        [
            "वाले सब घोंचूराम हैं, भागो यहाँ से", "ke ghonchuram log, tum sab dhakkan ho", "is for dunderwit fools like you", "पर लिखने वाला ढक्कनलाल निकला",
            "likhne wale dhakkanlal ki aukat nahi", "shows you are all dunderwits, get lost",
        ];

    private static readonly string[] _spam =
        [
            "छोड़ो, घर बैठे zxbonus कमाओ, आज ही जुड़ो", "ke saath zxbonus code lagao aur paisa pao", "aside, join zxbonus now and earn daily",
        ];

    /// <summary>The n-th fine comment; each is another.</summary>
    public static CommentTaught Fine(int n, string by = "asha", string site = "demo") => Taught(Text(_fine, n), n, false, false, by, site);

    /// <summary>The n-th abusive comment.</summary>
    public static CommentTaught Abuse(int n, string by = "asha", string site = "demo") => Taught(Text(_refused, n), n, true, null, by, site);

    public static CommentTaught Spam(int n, string by = "asha", string site = "demo") => Taught(Text(_spam, n), n, null, true, by, site);

    /// <summary>Fine and abusive ones in turn, by the moderators in turn.</summary>
    public static IEnumerable<CommentTaught> InTurn(int first, int count, params string[] by) => Enumerable.Range(first, count).Select(
        n => n % 2 == 0 ? Fine(n, by[n / 2 % by.Length]) : Abuse(n, by[n / 2 % by.Length]));

    /// <summary>The last word on the same comment is another one.</summary>
    public static CommentTaught But(this CommentTaught taught, bool? isAbuse, bool? isSpam, string? by = null) => taught with
    {
        Sequence = taught.Sequence + 1,
        IsAbuse = isAbuse,
        IsSpam = isSpam,
        DecidedBy = by ?? taught.DecidedBy,
        DecidedAt = taught.DecidedAt.AddMinutes(1),
    };

    public static CommentTaught From(this CommentTaught taught, string? email) =>
        taught with { Comment = taught.Comment with { Author = taught.Comment.Author with { Email = email } } };

    public static LearningChangeRequested Change(LearningChange change, string? moderator = null, long? version = null, string site = "demo") => new()
    {
        RequestId = Guid.NewGuid(),
        SiteId = site,
        Change = change,
        Moderator = moderator,
        Version = version,
        RequestedBy = "admin",
        RequestedAt = DateTimeOffset.UtcNow,
    };

    private static string Text(string[] kinds, int n) =>
        string.Create(CultureInfo.InvariantCulture, $"{_subjects[n % _subjects.Length]} {kinds[n / _subjects.Length % kinds.Length]}, {_subjects[n / 3 % _subjects.Length]} {n}");

    private static CommentTaught Taught(string text, int n, bool? isAbuse, bool? isSpam, string by, string site) => new()
    {
        Comment = new CommentSubmitted
        {
            CommentId = Guid.CreateVersion7(),
            SiteId = site,
            Page = new Page { Id = "page-1", Url = "https://news.example.com/page-1", Title = "एक लेख" },
            Author = new Author { Name = "पाठक" },
            Body = text,
            Client = new Client(),
            SubmittedAt = _begin.AddSeconds(n),
        },
        Sequence = 2,
        IsAbuse = isAbuse,
        IsSpam = isSpam,
        DecidedBy = by,
        DecidedAt = _begin.AddSeconds(n + 10),
    };
}
