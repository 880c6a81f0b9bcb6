using System.Text;
using System.Xml;
using Moderation.Hosting;

namespace Moderation.Standalone.Archives;

/// <summary>A file of comments: our own JSON Lines, WordPress's WXR or Disqus's XML. It says itself which it is.</summary>
internal static class Archive
{
    private const int MostBytesBeforeRoot = 4096;

    /// <summary>One entry at a time, however many there are.</summary>
    /// <param name="file">Can seek.</param>
    /// <exception cref="InvalidConfigurationException">It is none of the three.</exception>
    public static IEnumerable<ArchiveEntry> Read(Stream file) => KindOf(file) switch
    {
        ArchiveKind.WordPress => WordPressArchive.Read(file),
        ArchiveKind.Disqus => DisqusArchive.Read(file),
        _ => JsonLinesArchive.Read(file),
    };

    /// <param name="file">Can seek; is left at its beginning.</param>
    /// <exception cref="InvalidConfigurationException">It is none of the three.</exception>
    public static ArchiveKind KindOf(Stream file)
    {
        var head = new byte[MostBytesBeforeRoot];
        var start = Encoding.UTF8.GetString(head, 0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        file.Position = 0;
        if (!start.StartsWith('<'))
        {
            return ArchiveKind.JsonLines;
        }

        return RootOf(start) switch
        {
            "rss" => ArchiveKind.WordPress,
            "disqus" => ArchiveKind.Disqus,
            _ => throw new InvalidConfigurationException("The file is XML, but neither WordPress's export (<rss>) nor Disqus's (<disqus>)."),
        };
    }

    private static string? RootOf(string start)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(start), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            reader.MoveToContent();
            return reader.LocalName;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
