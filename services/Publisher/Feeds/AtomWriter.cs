using System.Globalization;
using System.Text;
using System.Xml;

namespace Moderation.Publisher.Feeds;

/// <summary>Writes a feed as Atom (RFC 4287).</summary>
internal static class AtomWriter
{
    public const string ContentType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";

    /// <param name="feed">The feed.</param>
    /// <param name="self">Where it is served; null when that address is not for everybody.</param>
    public static byte[] Write(Feed feed, string? self)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, feed.Site.Language);
            WriteText(xml, "id", $"urn:uuid:{feed.Id}");
            WriteText(xml, "title", feed.Title);
            WriteText(xml, "updated", Date(feed.Updated));
            WriteLink(xml, "self", self);
            WriteLink(xml, "alternate", feed.PageUrl);
            foreach (var entry in feed.Entries)
            {
                WriteEntry(xml, entry);
            }

            xml.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void WriteEntry(XmlWriter xml, FeedEntry entry)
    {
        xml.WriteStartElement("entry", Atom);
        WriteText(xml, "id", $"urn:uuid:{entry.Id}");
        WriteText(xml, "title", entry.PageTitle.Length == 0 ? entry.Name : $"{entry.Name} – {entry.PageTitle}");
        WriteText(xml, "published", Date(entry.Published));
        WriteText(xml, "updated", Date(entry.Updated));
        xml.WriteStartElement("author", Atom);
        WriteText(xml, "name", entry.Name);
        if (entry.Url is not null)
        {
            WriteText(xml, "uri", entry.Url);
        }

        xml.WriteEndElement();
        WriteLink(xml, "alternate", entry.PageUrl);
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Writable(SafeHtml.Of(entry.Body)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, Writable(text));

    private static void WriteLink(XmlWriter xml, string relation, string? address)
    {
        if (address is not null)
        {
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("rel", relation);
            xml.WriteAttributeString("href", Writable(address));
            xml.WriteEndElement();
        }
    }

    private static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    // A few characters that JSON takes are none in XML, however they are written.
    private static string Writable(string text) =>
        text.AsSpan().IndexOfAny('\uFFFE', '\uFFFF') < 0 ? text : text.Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD');
}
