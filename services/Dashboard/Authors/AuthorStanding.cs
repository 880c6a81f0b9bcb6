using System.Net;
using Moderation.Hosting.Sites;

namespace Moderation.Dashboard.Authors;

/// <summary>What was decided about an author or an address range of a site, and who decided it.</summary>
internal sealed record AuthorStanding
{
    public const int MaxNoteLength = 1_000;
    private const string AuthorPrefix = "author:";
    private const string RangePrefix = "range:";

    public required string SiteId { get; init; }

    /// <summary>As <see cref="OfAuthor"/> and <see cref="OfRange"/> spell it.</summary>
    public required string Subject { get; init; }

    public required Standing Standing { get; init; }

    public string? AuthorName { get; init; }

    public string? Note { get; init; }

    public required string SetBy { get; init; }

    public required DateTimeOffset SetAt { get; init; }

    /// <summary>Null when it is about a range.</summary>
    public string? AuthorKey => KeyIn(Subject);

    /// <summary>Such as <c>192.0.2.0/24</c>; null when it is about an author.</summary>
    public string? Range => RangeIn(Subject);

    public static string OfAuthor(string authorKey) => AuthorPrefix + authorKey;

    public static string OfRange(IPNetwork range) => RangePrefix + range;

    public static string? KeyIn(string subject) => After(AuthorPrefix, subject);

    public static string? RangeIn(string subject) => After(RangePrefix, subject);

    /// <summary>As stored and as the API spells it.</summary>
    public static string Word(Standing standing) => standing switch
    {
        Standing.Trusted => "trusted",
        Standing.Held => "held",
        Standing.Blocked => "blocked",
        _ => "none",
    };

    /// <returns>Null for a word that is none.</returns>
    public static Standing? Of(string? word) => word switch
    {
        "trusted" => Standing.Trusted,
        "held" => Standing.Held,
        "blocked" => Standing.Blocked,
        "none" => Standing.None,
        _ => null,
    };

    private static string? After(string prefix, string subject) => subject.StartsWith(prefix, StringComparison.Ordinal) ? subject[prefix.Length..] : null;
}
