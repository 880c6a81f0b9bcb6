using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Moderation.Worker.Checks;

/// <summary>Lines as they arrive, however many there are.</summary>
internal static class Lines
{
    /// <summary>Every line that is not blank; null in place of one of more than <paramref name="maximum"/> bytes, whose rest is skipped.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>?> Read(
        PipeReader reader, int maximum, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var skipping = false;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                var line = rest.Slice(0, end);
                rest = rest.Slice(rest.GetPosition(1, end));
                if (!skipping && !IsBlank(line))
                {
                    yield return line.Length <= maximum ? line.ToArray() : default(ReadOnlyMemory<byte>?);
                }

                skipping = false;
            }

            if (rest.Length > maximum)
            {
                if (!skipping)
                {
                    yield return null;
                }

                skipping = true;
                rest = rest.Slice(rest.End);
            }

            if (read.IsCompleted)
            {
                if (!skipping && !IsBlank(rest))
                {
                    yield return rest.ToArray();
                }

                reader.AdvanceTo(read.Buffer.End);
                yield break;
            }

            reader.AdvanceTo(rest.Start, read.Buffer.End);
        }
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var part in line)
        {
            if (part.Span.ContainsAnyExcept(" \t\r"u8))
            {
                return false;
            }
        }

        return true;
    }
}
