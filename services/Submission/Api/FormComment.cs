using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Moderation.Hosting.Sites;
using Moderation.Submission.Intake;

namespace Moderation.Submission.Api;

/// <summary>Reads a comment posted by a plain form with WordPress's field names, and knows the way back to the page.</summary>
/// <param name="Comment">The fields as posted.</param>
/// <param name="Page">The page to go back to; null when the form names none on one of the site's origins.</param>
internal sealed record FormComment(CommentRequest Comment, Uri? Page)
{
    private const string NoParent = "0";

    public static FormComment Parse(RequestBody body, HttpRequest request, Site site)
    {
        var fields = new FormReader(new MemoryStream(body.Bytes)).ReadForm();
        var page = PageOf(Field(fields, "redirect_to"), request, site);
        var parent = Field(fields, "comment_parent");
        return new FormComment(
            new CommentRequest
            {
                Page = new PageRequest
                {
                    Id = Field(fields, "comment_post_ID"),
                    Url = page?.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped),
                    Title = Field(fields, "page_title") ?? Field(fields, "comment_post_ID"),
                },
                ParentId = parent == NoParent ? null : parent,
                Author = new AuthorRequest { Name = Field(fields, "author"), Email = Field(fields, "email"), Url = Field(fields, "url") },
                Body = Field(fields, "comment"),
                Language = Field(fields, "language"),
                Form = FormOf(fields),
            },
            page);
    }

    /// <summary>Where the reader goes after the comment is saved; the page finds the comment's id in the query.</summary>
    public string WayBack(Guid id) =>
        QueryHelpers.AddQueryString(Page!.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped), "comment", id.ToString()) + $"#comment-{id}";

    // Only to the site's own pages: anything else would be an open redirect.
    private static Uri? PageOf(string? target, HttpRequest request, Site site)
    {
        var start = Uri.TryCreate(request.Headers.Referer.ToString(), UriKind.Absolute, out var referrer) ? referrer : new Uri(request.Self());
        return Uri.TryCreate(start, target ?? "", out var page) && page.Scheme is "http" or "https"
            && site.Allows(page.GetLeftPart(UriPartial.Authority), request.Self())
            ? page
            : null;
    }

    // Whoever fills in a plain form cannot help what its script wrote: a time that is no number is no fault of theirs.
    private static FormRequest? FormOf(Dictionary<string, StringValues> fields)
    {
        var (trap, seconds) = (Field(fields, "subject"), Field(fields, "form_seconds"));
        return trap is null && seconds is null ? null : new FormRequest
        {
            Trap = trap,
            Seconds = double.TryParse(seconds, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        };
    }

    private static string? Field(Dictionary<string, StringValues> fields, string name) =>
        fields.TryGetValue(name, out var value) && value.Count > 0 ? value[0] : null;
}
