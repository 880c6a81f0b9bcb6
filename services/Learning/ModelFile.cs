using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Moderation.Learning;

/// <summary>
/// A model as bytes: <c>CMLM</c>, the format's number, the bits of a hash, then, compressed with Brotli, four little-endian floats a head and the
/// weights, one head after the other, and last the SHA-256 of all before it.
/// </summary>
internal static class ModelFile
{
    private const byte Format = 2;
    private const int Header = 6;
    private const int Floats = 4;
    private const int Quality = 5;
    private const int VersionDigits = 12;
    private const int Features = 1 << Model.Bits;

    private static ReadOnlySpan<byte> Magic => "CMLM"u8;

    private static int Plain => Model.Heads * (Floats * sizeof(float) + Features);

    public static byte[] Write(Model model)
    {
        var plain = new byte[Plain];
        var at = plain.AsSpan();
        foreach (var head in Enum.GetValues<Head>())
        {
            var (scale, bias, slope, offset) = model[head];
            foreach (var value in (ReadOnlySpan<float>)[scale, bias, slope, offset])
            {
                BinaryPrimitives.WriteSingleLittleEndian(at, value);
                at = at[sizeof(float)..];
            }
        }

        // Each head by itself: their zeros are in other places.
        for (var head = 0; head < Model.Heads; head++)
        {
            for (var feature = 0; feature < Features; feature++)
            {
                at[feature] = (byte)model.Weights[feature * Model.Heads + head];
            }

            at = at[Features..];
        }

        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        if (!BrotliEncoder.TryCompress(plain, packed, out var written, Quality, window: 22))
        {
            throw new InvalidOperationException("The model could not be compressed.");
        }

        byte[] content = [.. Magic, Format, Model.Bits, .. packed.AsSpan(0, written)];
        return [.. content, .. SHA256.HashData(content)];
    }

    /// <exception cref="InvalidModelException">It is something else, damaged, or of another version.</exception>
    public static Model Read(ReadOnlySpan<byte> stored)
    {
        if (stored.Length < Header + SHA256.HashSizeInBytes || !stored.StartsWith(Magic))
        {
            throw new InvalidModelException("This is not a model: it was not written by 'train' or by the learner.");
        }

        if (stored[Magic.Length] != Format || stored[Magic.Length + 1] != Model.Bits)
        {
            throw new InvalidModelException("This model was written by another version of the program; train it anew.");
        }

        var content = stored[..^SHA256.HashSizeInBytes];
        var plain = new byte[Plain];
        if (!stored[content.Length..].SequenceEqual(SHA256.HashData(content))
            || !BrotliDecoder.TryDecompress(content[Header..], plain, out var length)
            || length != plain.Length)
        {
            throw new InvalidModelException("The model is damaged: it is not as it was written.");
        }

        var floats = MemoryMarshal.Cast<byte, float>(plain.AsSpan(0, Model.Heads * Floats * sizeof(float)));
        var weights = new sbyte[Model.Heads * Features];
        var bytes = plain.AsSpan(floats.Length * sizeof(float));
        for (var head = 0; head < Model.Heads; head++)
        {
            for (var feature = 0; feature < Features; feature++)
            {
                weights[feature * Model.Heads + head] = (sbyte)bytes[head * Features + feature];
            }
        }

        return new Model(
            weights, new HeadWeights(floats[0], floats[1], floats[2], floats[3]), new HeadWeights(floats[4], floats[5], floats[6], floats[7]), stored.ToArray());
    }

    public static string VersionOf(ReadOnlySpan<byte> stored) => Convert.ToHexStringLower(SHA256.HashData(stored))[..VersionDigits];
}
