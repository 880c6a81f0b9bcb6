using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Moderation.Publisher.Answers;

/// <summary>A way to send an answer that is shorter than it is.</summary>
/// <param name="Name">As <c>Content-Encoding</c> spells it.</param>
/// <param name="Wrap">Makes the stream that shortens.</param>
internal sealed record ContentCoding(string Name, Func<Stream, Stream> Wrap)
{
    public static readonly ContentCoding Brotli = new("br", stream => new BrotliStream(stream, new BrotliCompressionOptions { Quality = 5 }));
    public static readonly ContentCoding Gzip = new("gzip", stream => new GZipStream(stream, CompressionLevel.Optimal));

    /// <summary>The best one that the caller understands, if any.</summary>
    public static ContentCoding? For(HttpRequest request)
    {
        if (request.Headers.AcceptEncoding.Count == 0)
        {
            return null;
        }

        var accepted = request.GetTypedHeaders().AcceptEncoding;
        return Accepts(accepted, Brotli) ? Brotli : Accepts(accepted, Gzip) ? Gzip : null;
    }

    public byte[] Encode(byte[] bytes)
    {
        using var shorter = new MemoryStream();
        using (var stream = Wrap(shorter))
        {
            stream.Write(bytes);
        }

        return shorter.ToArray();
    }

    private static bool Accepts(IList<StringWithQualityHeaderValue> accepted, ContentCoding coding)
    {
        foreach (var value in accepted)
        {
            if (value.Value.Equals(coding.Name, StringComparison.OrdinalIgnoreCase))
            {
                return value.Quality is not 0;
            }
        }

        return false;
    }
}
