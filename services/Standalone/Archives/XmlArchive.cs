using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Moderation.Standalone.Archives;

/// <summary>What archives in XML have in common: they are read element by element, whatever their size.</summary>
internal static class XmlArchive
{
    private const int MostNameCharacters = 100;
    private const int MostTitleCharacters = 300;

    private static readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        // Old systems export control characters too.
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>The entries that <paramref name="read"/> makes of the file; where it stops being XML, a last one that says so.</summary>
    public static IEnumerable<ArchiveEntry> Read(Stream file, Func<XmlReader, IEnumerable<ArchiveEntry>> read)
    {
        using var reader = XmlReader.Create(file, _settings);
        using var entries = read(reader).GetEnumerator();
        while (true)
        {
            ArchiveEntry? broken = null;
            try
            {
                if (!entries.MoveNext())
                {
                    yield break;
                }
            }
            catch (XmlException exception)
            {
                broken = ArchiveEntry.Wrong(exception.LineNumber, $"The file is not XML any more, and nothing after it is read: {exception.Message}");
            }

            yield return broken ?? entries.Current;
            if (broken is not null)
            {
                yield break;
            }
        }
    }

    public static long LineOf(XmlReader reader) => ((IXmlLineInfo)reader).LineNumber;

    /// <summary>The element at which the reader stands, which it then stands behind.</summary>
    public static XElement Take(XmlReader reader) => (XElement)XNode.ReadFrom(reader);

    /// <summary>The text of a child, whatever its namespace; null for none or an empty one.</summary>
    public static string? Text(XElement element, string name) =>
        element.Elements().FirstOrDefault(child => child.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A time that says no zone is UTC.</summary>
    public static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    public static string Name(string? name) => Cut(name ?? "Anonymous", MostNameCharacters);

    public static string Title(string? title, string address) => Cut(title ?? address, MostTitleCharacters);

    private static string Cut(string text, int characters)
    {
        var length = new StringInfo(text);
        return length.LengthInTextElements <= characters ? text : length.SubstringByTextElements(0, characters - 1) + "…";
    }
}
