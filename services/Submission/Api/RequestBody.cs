using System.Buffers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Moderation.Submission.Api;

/// <summary>A whole request body.</summary>
internal sealed record RequestBody(byte[] Bytes)
{
    /// <summary>What a comment may have: 64 KiB.</summary>
    public const int Maximum = 64 * 1024;

    /// <summary>Lower-case hex SHA-256: tells whether an idempotency key comes with the same request.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <returns>Null when the body is larger than <paramref name="maximum"/> bytes.</returns>
    public static async Task<RequestBody?> Read(HttpRequest request, CancellationToken cancellationToken, int maximum = Maximum)
    {
        if (request.ContentLength > maximum)
        {
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.IsCompleted || read.Buffer.Length > maximum)
            {
                var body = read.Buffer.Length > maximum ? null : new RequestBody(read.Buffer.ToArray());
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
