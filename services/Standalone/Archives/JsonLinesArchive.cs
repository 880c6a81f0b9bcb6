using System.Text;

namespace Moderation.Standalone.Archives;

/// <summary>An archive of ours: a comment a line. The server reads what the lines say.</summary>
internal static class JsonLinesArchive
{
    public static IEnumerable<ArchiveEntry> Read(Stream file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
        for (var line = 1L; reader.ReadLine() is { } text; line++)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                yield return new ArchiveEntry(line, Encoding.UTF8.GetBytes(text), null);
            }
        }
    }
}
