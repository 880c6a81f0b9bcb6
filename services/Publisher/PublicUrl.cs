using System.Buffers;
using System.Net;
using Moderation.Hosting.Sites;
using Moderation.Text;
using Moderation.Text.Contacts;

namespace Moderation.Publisher;

/// <summary>The address of an author's website, when it is one and tells nobody's email, password or, where the site hides them, telephone number.</summary>
internal static class PublicUrl
{
    private const int MostEscapes = 5;

    // The at sign, and the two that compatibility forms turn into it.
    private static readonly SearchValues<char> _atSigns = SearchValues.Create('@', '\uFE6B', '\uFF20');

    /// <summary>The absolute http or https address, or null.</summary>
    public static string? Of(string? url, Site site) =>
        url is not null
        && Uri.TryCreate(PublicText.CleanLine(url), UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.UserInfo.Length == 0
        && !TellsContact(uri.AbsoluteUri, Placeholders.For(site).Marks)
            ? uri.AbsoluteUri
            : null;

    private static bool TellsContact(string url, ContactMarks marks)
    {
        // Escapes may be nested, %2540 for %40; one that is nested deeper has something to hide.
        for (var depth = 0; depth < MostEscapes; depth++)
        {
            if (HasAddressSign(url) || ContactDetails.Redact(url, marks) != url)
            {
                return true;
            }

            var plain = WebUtility.HtmlDecode(Uri.UnescapeDataString(url));
            if (plain == url)
            {
                return false;
            }

            url = plain;
        }

        return true;
    }

    // An at sign opens a path segment in profiles and maps (/@reader); anywhere else it may belong to an email.
    private static bool HasAddressSign(ReadOnlySpan<char> url)
    {
        for (var at = url.IndexOfAny(_atSigns); at >= 0; at = url.IndexOfAny(_atSigns))
        {
            if (at == 0 || url[at - 1] != '/')
            {
                return true;
            }

            url = url[(at + 1)..];
        }

        return false;
    }
}
