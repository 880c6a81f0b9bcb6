using System.Xml;
using System.Xml.Linq;

namespace Moderation.Standalone.Archives;

/// <summary>
/// Disqus's export: <c>thread</c> elements, the pages, and after them <c>post</c> elements, the comments, parents before their replies.
/// Source: http://disqus.com/api/schemas/1.0/disqus.xsd
/// </summary>
internal sealed class DisqusArchive
{
    private const string Source = "disqus";

    private static readonly XName _id = XName.Get("id", "http://disqus.com/disqus-internals");
    private readonly Dictionary<string, ArchivedPage> _pages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> _ids = new(StringComparer.Ordinal);

    public static IEnumerable<ArchiveEntry> Read(Stream file) => XmlArchive.Read(file, new DisqusArchive().Read);

    private IEnumerable<ArchiveEntry> Read(XmlReader reader)
    {
        reader.MoveToContent();
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element || reader is not { LocalName: "thread" or "post", Depth: 1 })
            {
                reader.Read();
                continue;
            }

            var line = XmlArchive.LineOf(reader);
            var element = XmlArchive.Take(reader);
            if (element.Name.LocalName == "thread")
            {
                Remember(element);
            }
            else
            {
                yield return EntryOf(line, element);
            }
        }
    }

    private void Remember(XElement thread)
    {
        if (thread.Attribute(_id)?.Value is { } id && XmlArchive.Text(thread, "link") is { } link)
        {
            _pages[id] = new ArchivedPage(XmlArchive.Text(thread, "id") ?? link, link, XmlArchive.Title(XmlArchive.Text(thread, "title"), link));
        }
    }

    private ArchiveEntry EntryOf(long line, XElement post)
    {
        if (post.Attribute(_id)?.Value is not { } number)
        {
            return ArchiveEntry.Wrong(line, "The post has no dsq:id.");
        }

        if (IdOf(post, "thread") is not { } thread || !_pages.TryGetValue(thread, out var page))
        {
            return ArchiveEntry.Wrong(line, $"Post {number} is of no thread that has a link.");
        }

        if (XmlArchive.Time(XmlArchive.Text(post, "createdAt")) is not { } at)
        {
            return ArchiveEntry.Wrong(line, $"Post {number} has no date.");
        }

        var author = post.Elements().FirstOrDefault(child => child.Name.LocalName == "author") ?? post;
        var id = _ids[number] = ArchiveId.Of(Source, number, at);
        return ArchiveEntry.Of(line, new ArchivedComment
        {
            Id = id,
            Page = page,
            ParentId = IdOf(post, "parent") is { } parent && _ids.TryGetValue(parent, out var parentId) ? parentId : null,
            Author = new ArchivedAuthor(XmlArchive.Name(XmlArchive.Text(author, "name")), XmlArchive.Text(author, "email"), XmlArchive.Text(author, "link")),
            Body = HtmlText.Of(XmlArchive.Text(post, "message") ?? "", keepsLines: false),
            Client = XmlArchive.Text(post, "ipAddress") is { } ip ? new ArchivedClient(ip, null, null) : null,
            SubmittedAt = at,
            Status = StatusOf(post),
            Decision = Is(post, "isSpam", "true") ? new ArchivedDecision("spam") : Is(post, "isDeleted", "true") ? new ArchivedDecision("trash") : null,
        });
    }

    private static string? IdOf(XElement post, string name) =>
        post.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Attribute(_id)?.Value;

    private static string StatusOf(XElement post) =>
        Is(post, "isDeleted", "true") || Is(post, "isSpam", "true") ? "rejected" : Is(post, "isApproved", "false") ? "held" : "approved";

    private static bool Is(XElement post, string name, string value) =>
        string.Equals(XmlArchive.Text(post, name), value, StringComparison.OrdinalIgnoreCase);
}
