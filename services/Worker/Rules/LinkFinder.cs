using System.Text.RegularExpressions;
using Moderation.Text;

namespace Moderation.Worker.Rules;

/// <summary>
/// Finds web links: <c>http(s)://</c>, <c>www.</c>, and names of a known top-level domain written bare. Email addresses are not links.
/// Domains that are also words (<c>me</c> is Hinglish for में) count only with a path, as in <c>t.me/name</c>.
/// </summary>
internal static partial class LinkFinder
{
    private const string Link =
        """
        https?://[^\s<>"।]+
        |(?<![\p{L}\p{M}\p{N}@._/-])
        (?:
          www\.[^\s<>"।]+
          |(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,62}\.)+
           (?:
             (?:com|net|org|info|biz|in|भारत|io|co|us|uk|app|dev|xyz|top|shop|store|online|site|website|club|live|link|click|win|vip|bet|icu|tech|pro|tv|cc|news|blog|space|world|today|fun|buzz|loan|pw|ru|cn|tk|ml|ga|cf|gq)
             (?![\p{L}\p{M}\p{N}@-]) (?:[/?\#:][^\s<>"।]*)?
             |(?:me|ly|gl|gd|gg|be|to|la|im|is|so|at|my)/[^\s<>"।]+
           )
        )
        """;

    private const string NotTheEnd = ".,;:!?)]}'’”»*_~…";

    public static IReadOnlyList<TextSpan> Find(TextView view)
    {
        List<TextSpan>? links = null;
        foreach (var match in Links().EnumerateMatches(view.Text))
        {
            var length = view.Text.AsSpan(match.Index, match.Length).TrimEnd(NotTheEnd).Length;
            (links ??= []).Add(view.Original(match.Index, length));
        }

        return links ?? (IReadOnlyList<TextSpan>)[];
    }

    [GeneratedRegex(Link, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Links();
}
