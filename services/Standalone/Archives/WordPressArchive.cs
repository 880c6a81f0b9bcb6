using System.Xml;
using System.Xml.Linq;

namespace Moderation.Standalone.Archives;

/// <summary>
/// WordPress's export (WXR, versions 1.0 to 1.2, and what others write like it): <c>item</c> elements with the page's <c>title</c>,
/// <c>link</c> and <c>post_id</c>, and its comments.
/// </summary>
internal sealed class WordPressArchive
{
    private readonly Dictionary<string, Guid> _ids = new(StringComparer.Ordinal);
    private string _source = "wordpress";

    public static IEnumerable<ArchiveEntry> Read(Stream file) => XmlArchive.Read(file, new WordPressArchive().Read);

    private IEnumerable<ArchiveEntry> Read(XmlReader reader)
    {
        reader.MoveToContent();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader is { LocalName: "item", Depth: 2 })
            {
                foreach (var entry in ReadItem(reader))
                {
                    yield return entry;
                }
            }
            else if (reader.NodeType == XmlNodeType.Element && reader is { LocalName: "base_blog_url" or "base_site_url", Depth: 2 })
            {
                _source = $"wordpress {reader.ReadString()}";
            }
        }
    }

    private IEnumerable<ArchiveEntry> ReadItem(XmlReader reader)
    {
        var (title, link, id) = ((string?)null, (string?)null, (string?)null);
        _ids.Clear();
        if (reader.IsEmptyElement)
        {
            yield break;
        }

        var depth = reader.Depth + 1;
        reader.Read();
        while (reader.Depth >= depth)
        {
            var line = XmlArchive.LineOf(reader);
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }

            var name = reader.LocalName;
            // The article itself may be long, and is not ours.
            if (name is not ("title" or "link" or "post_id" or "thread_identifier" or "comment"))
            {
                reader.Skip();
                continue;
            }

            var element = XmlArchive.Take(reader);
            var text = element.Value.Trim();
            switch (name)
            {
                case "title":
                    title = text.Length > 0 ? HtmlText.Of(text, keepsLines: false) : null;
                    break;
                case "link":
                    link = text;
                    break;
                // What a site that came from Disqus knows the page by goes before WordPress's own number.
                case "thread_identifier":
                case "post_id":
                    id = id is null || name == "thread_identifier" ? text : id;
                    break;
                default:
                    yield return EntryOf(line, element, id, link, title);
                    break;
            }
        }
    }

    private ArchiveEntry EntryOf(long line, XElement comment, string? pageId, string? link, string? title)
    {
        if (XmlArchive.Text(comment, "comment_type") is "pingback" or "trackback")
        {
            return ArchiveEntry.LeftOut(line);
        }

        if (string.IsNullOrEmpty(pageId) || string.IsNullOrEmpty(link))
        {
            return ArchiveEntry.Wrong(line, "The comment's page has no id or no link.");
        }

        if (XmlArchive.Text(comment, "comment_id") is not { } number)
        {
            return ArchiveEntry.Wrong(line, "The comment has no id.");
        }

        if ((XmlArchive.Time(XmlArchive.Text(comment, "comment_date_gmt")) ?? XmlArchive.Time(XmlArchive.Text(comment, "comment_date"))) is not { } at)
        {
            return ArchiveEntry.Wrong(line, $"Comment {number} has no date.");
        }

        var approved = XmlArchive.Text(comment, "comment_approved");
        if (StatusOf(approved) is not { } status)
        {
            return ArchiveEntry.Wrong(line, $"Comment {number} has none of the states 1, 0, spam and trash.");
        }

        var id = _ids[number] = ArchiveId.Of(_source, number, at);
        return ArchiveEntry.Of(line, new ArchivedComment
        {
            Id = id,
            Page = new ArchivedPage(pageId, link, XmlArchive.Title(title, link)),
            // 0 for none.
            ParentId = XmlArchive.Text(comment, "comment_parent") is { } parent && _ids.TryGetValue(parent, out var parentId) ? parentId : null,
            Author = new ArchivedAuthor(
                XmlArchive.Name(XmlArchive.Text(comment, "comment_author")),
                XmlArchive.Text(comment, "comment_author_email"),
                XmlArchive.Text(comment, "comment_author_url")),
            Body = HtmlText.Of(XmlArchive.Text(comment, "comment_content") ?? "", keepsLines: true),
            Client = XmlArchive.Text(comment, "comment_author_IP") is { } ip ? new ArchivedClient(ip, null, null) : null,
            SubmittedAt = at,
            Status = status,
            Decision = approved is "spam" or "trash" ? new ArchivedDecision(approved) : null,
        });
    }

    private static string? StatusOf(string? approved) => approved switch
    {
        "1" or "approve" or "approved" => "approved",
        "0" or "hold" => "held",
        "spam" or "trash" or "post-trashed" => "rejected",
        _ => null,
    };
}
