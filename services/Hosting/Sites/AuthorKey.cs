using System.Text;

namespace Moderation.Hosting.Sites;

/// <summary>The keyed hash under which an author is known on a site.</summary>
public static class AuthorKey
{
    /// <summary>The same for every spelling of one mailbox: case, width and a <c>+tag</c> do not matter. Null without an email.</summary>
    public static string? Of(Site site, string? email)
    {
        if (string.IsNullOrWhiteSpace(email))
        {
            return null;
        }

        var text = WellFormed(email.Trim()).Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();
        var at = text.LastIndexOf('@');
        var tag = text.IndexOf('+', StringComparison.Ordinal);
        return site.KeyedHash("author", tag > 0 && tag < at ? text[..tag] + text[at..] : text);
    }

    // Normalize throws on a lone surrogate.
    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes());
}
