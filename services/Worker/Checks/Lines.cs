using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Moderation.Worker.Checks;

/// <summary>A line of a stream.</summary>
/// <param name="Number">Counted from 1, blank lines included.</param>
/// <param name="Json">Null when it is too long.</param>
internal readonly record struct Line(long Number, ReadOnlyMemory<byte>? Json);

/// <summary>Lines as they arrive, however many there are.</summary>
internal static class Lines
{
    /// <summary>Every line that is not blank; of one of more than <paramref name="maximum"/> bytes only its number, the rest is skipped.</summary>
    public static async IAsyncEnumerable<Line> Read(
        PipeReader reader, int maximum, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var skipping = false;
        var number = 1L;
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
                    yield return new Line(number, line.Length <= maximum ? line.ToArray() : default(ReadOnlyMemory<byte>?));
                }

                skipping = false;
                number++;
            }

            if (rest.Length > maximum)
            {
                if (!skipping)
                {
                    yield return new Line(number, null);
                }

                skipping = true;
                rest = rest.Slice(rest.End);
            }

            if (read.IsCompleted)
            {
                if (!skipping && !IsBlank(rest))
                {
                    yield return new Line(number, rest.ToArray());
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
