using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Moderation.Standalone.Archives;

/// <summary>
/// Ids for comments that came with others: UUID version 7 (RFC 9562, 5.7) of the comment's time, with a hash where the random bits would be.
/// The same archive gives the same ids, so that a second import changes nothing.
/// </summary>
internal static class ArchiveId
{
    /// <param name="source">What the ids are unique in, such as <c>wordpress https://example.com</c>.</param>
    /// <param name="id">As the archive has it.</param>
    /// <param name="at">When the comment was written.</param>
    public static Guid Of(string source, string id, DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{id}"), bytes);
        var uuid = bytes[..16];
        Span<byte> time = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(time, at.ToUnixTimeMilliseconds());
        time[2..].CopyTo(uuid);
        uuid[6] = (byte)(0x70 | (uuid[6] & 0x0F));
        uuid[8] = (byte)(0x80 | (uuid[8] & 0x3F));
        return new Guid(uuid, bigEndian: true);
    }
}
