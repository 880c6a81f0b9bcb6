using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Moderation.Publisher.Answers;

/// <summary>An answer in the bytes that are sent, made once for everybody who asks for the same.</summary>
/// <param name="contentType">Of the body.</param>
/// <param name="body">As it is, before any encoding.</param>
/// <param name="version">Of the page, at least 1; 0 for what no page's version stands for.</param>
internal sealed class ReadyAnswer(string contentType, byte[] body, long version) : IResult, IAnswer
{
    /// <summary>One more whenever the same rows are to be answered with other bytes.</summary>
    private const int Format = 1;

    /// <summary>Below this, encoding saves nothing.</summary>
    private const int ShortestEncoded = 512;

    /// <summary>For what goes with the bytes.</summary>
    private const int Overhead = 1024;

    // A cache must not hand one site the permission of another, nor the lack of one.
    private const string Vary = "Accept-Encoding, Origin";

    private readonly string _tag = $"W/\"{version}.{Format}.{Convert.ToHexStringLower(SHA256.HashData(body)[..6])}\"";
    private readonly Lazy<byte[]> _brotli = new(() => ContentCoding.Brotli.Encode(body));
    private readonly Lazy<byte[]> _gzip = new(() => ContentCoding.Gzip.Encode(body));

    public long Version => version;

    /// <summary>In memory, with room for both encodings.</summary>
    public long Bytes => body.Length * 2L + Overhead;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers.ETag = _tag;
        response.Headers.CacheControl = "public, no-cache";
        response.Headers.Vary = Vary;
        if (IsKnownTo(request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var coding = body.Length < ShortestEncoded ? null : ContentCoding.For(request);
        var bytes = coding switch
        {
            null => body,
            _ when coding == ContentCoding.Brotli => _brotli.Value,
            _ => _gzip.Value,
        };
        if (coding is not null)
        {
            response.Headers.ContentEncoding = coding.Name;
        }

        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }

    private bool IsKnownTo(HttpRequest request)
    {
        var known = request.Headers.IfNoneMatch;
        // As nearly everybody sends it.
        if (known.Count == 0 || known == _tag)
        {
            return known.Count > 0;
        }

        var own = EntityTagHeaderValue.Parse(_tag);
        return request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(own, useStrongComparison: false));
    }
}
