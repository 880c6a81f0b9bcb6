using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;

namespace Moderation.Publisher.Comments;

/// <summary>A place in the order of a page's comments; the next ones come after it.</summary>
/// <param name="PublishedAt">Unix milliseconds.</param>
/// <param name="Id">Decides between comments of the same millisecond.</param>
internal readonly record struct Cursor(long PublishedAt, Guid Id)
{
    private const int Length = sizeof(long) + 16;

    /// <summary>Before the first one in either order.</summary>
    public static Cursor Start(bool newestFirst) => new(newestFirst ? long.MaxValue : long.MinValue, Guid.Empty);

    public static bool TryParse(string text, out Cursor cursor)
    {
        Span<byte> bytes = stackalloc byte[Length];
        var whole = Base64Url.DecodeFromChars(text, bytes, out _, out var written) == OperationStatus.Done && written == Length;
        cursor = whole ? new(BinaryPrimitives.ReadInt64BigEndian(bytes), new Guid(bytes[sizeof(long)..], bigEndian: true)) : default;
        return whole;
    }

    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, PublishedAt);
        Id.TryWriteBytes(bytes[sizeof(long)..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }
}
