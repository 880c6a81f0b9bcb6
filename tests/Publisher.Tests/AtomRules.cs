using System.Globalization;
using System.Xml.Linq;

namespace Moderation.Publisher.Tests;

/// <summary>What the RELAX NG schema in RFC 4287, appendix B, and the sentences beside it ask of a feed.</summary>
internal static class AtomRules
{
    public static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly string[] _feed =
        ["author", "category", "contributor", "generator", "icon", "id", "link", "logo", "rights", "subtitle", "title", "updated", "entry"];

    private static readonly string[] _entry =
        ["author", "category", "content", "contributor", "id", "link", "published", "rights", "source", "summary", "title", "updated"];

    public static void Check(XDocument document)
    {
        var feed = document.Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        Has(feed, _feed, once: ["id", "title", "updated"], atMostOnce: ["generator", "icon", "logo", "rights", "subtitle"]);
        Common(feed);
        var entries = feed.Elements(Atom + "entry").ToList();
        // A feed is followed by entries alone.
        Assert.DoesNotContain(entries, entry => entry.ElementsAfterSelf().Any(after => after.Name != Atom + "entry"));
        foreach (var entry in entries)
        {
            Has(entry, _entry, once: ["id", "title", "updated"], atMostOnce: ["content", "published", "rights", "source", "summary"]);
            Common(entry);
            Assert.True(entry.Elements(Atom + "author").Any() || feed.Elements(Atom + "author").Any(), "An entry has an author.");
            Assert.True(entry.Elements(Atom + "content").Any() || Links(entry, "alternate").Any(), "An entry has content or an alternate.");
        }

        Assert.Equal(entries.Count, entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
    }

    private static void Common(XElement element)
    {
        Assert.True(Uri.TryCreate(element.Element(Atom + "id")!.Value, UriKind.Absolute, out _), "An id is an absolute IRI.");
        foreach (var date in element.Elements(Atom + "updated").Concat(element.Elements(Atom + "published")))
        {
            // RFC 3339 with upper-case T and Z.
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$", date.Value);
            Assert.True(DateTimeOffset.TryParse(date.Value, CultureInfo.InvariantCulture, out _), date.Value);
        }

        foreach (var text in element.Elements().Where(child => child.Name.LocalName is "title" or "subtitle" or "rights" or "summary" or "content"))
        {
            Assert.Contains(text.Attribute("type")?.Value ?? "text", (string[])["text", "html"]);
            Assert.Empty(text.Elements());
        }

        foreach (var person in element.Elements().Where(child => child.Name.LocalName is "author" or "contributor"))
        {
            Has(person, ["name", "uri", "email"], once: ["name"], atMostOnce: ["uri", "email"]);
        }

        foreach (var link in element.Elements(Atom + "link"))
        {
            Assert.True(Uri.TryCreate(link.Attribute("href")?.Value, UriKind.Absolute, out _), "A link leads somewhere.");
        }

        Assert.InRange(Links(element, "alternate").Count(), 0, 1);
        Assert.InRange(Links(element, "self").Count(), 0, 1);
    }

    private static IEnumerable<XElement> Links(XElement element, string relation) =>
        element.Elements(Atom + "link").Where(link => (link.Attribute("rel")?.Value ?? "alternate") == relation);

    private static void Has(XElement element, string[] known, string[] once, string[] atMostOnce)
    {
        Assert.All(element.Elements(), child => Assert.Contains(child.Name.LocalName, known));
        Assert.All(element.Elements(), child => Assert.Equal(Atom, child.Name.Namespace));
        Assert.All(once, name => Assert.Single(element.Elements(Atom + name)));
        Assert.All(atMostOnce, name => Assert.InRange(element.Elements(Atom + name).Count(), 0, 1));
        Assert.All(element.Nodes().OfType<XText>(), text => Assert.True(string.IsNullOrWhiteSpace(text.Value), "No text stands beside elements."));
    }
}
