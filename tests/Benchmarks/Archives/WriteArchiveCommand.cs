using System.Globalization;
using System.Text.Json;

namespace Moderation.Benchmarks.Archives;

/// <summary><c>archive [COUNT]</c>: writes an archive of invented comments to standard output, the same one each time, for <c>import</c> to be timed with.</summary>
internal static class WriteArchiveCommand
{
    private const int UsualCount = 200_000;
    private const int PerPage = 50;
    private const int Authors = 5_000;
    private static readonly DateTimeOffset _first = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly JsonSerializerOptions _json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(string[] args)
    {
        var count = UsualCount;
        if (args.Length > 1 || (args.Length == 1 && !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out count)))
        {
            return Usage.Print();
        }

        var words = SampleTexts.Words("hi", "hi-Latn", "en");
        var random = new Random(count);
        using var output = new StreamWriter(Console.OpenStandardOutput());
        for (var (number, above) = (0, Guid.Empty); number < count; number++)
        {
            var at = _first.AddMinutes(number * 10L);
            var id = IdOf(at, random);
            output.WriteLine(JsonSerializer.Serialize(
                new
                {
                    id,
                    page = new { id = $"p{number / PerPage}", url = $"https://news.example.com/{number / PerPage}", title = "पन्ना" },
                    parentId = number % PerPage > 0 && random.Next(3) == 0 ? above : (Guid?)null,
                    author = new { name = $"पाठक {number % Authors}", email = $"reader{number % Authors}@example.com" },
                    body = string.Join(' ', random.GetItems(words, 25)),
                    submittedAt = at,
                    status = random.Next(100) switch { < 2 => "held", < 10 => "rejected", _ => "approved" },
                },
                _json));
            above = id;
        }

        return 0;
    }

    // Version 7, of the comment's time.
    private static Guid IdOf(DateTimeOffset at, Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        Guid.CreateVersion7(at).ToByteArray(bigEndian: true).AsSpan(0, 6).CopyTo(bytes);
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
