using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Moderation.Benchmarks.Reading;

/// <summary>One keep-alive connection over which the same request is sent again and again; a plain socket, so that the load costs little.</summary>
internal sealed class Asking : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[256 * 1024];

    public static async Task<Asking> ConnectAsync(Uri address)
    {
        var asking = new Asking();
        await asking._socket.ConnectAsync(address.Host, address.Port);
        return asking;
    }

    public static byte[] Request(Uri address, string path, params IEnumerable<(string Name, string Value)> headers) => Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n{string.Concat(headers.Select(header => $"{header.Name}: {header.Value}\r\n"))}\r\n");

    /// <summary>Asks until the time is over.</summary>
    /// <returns>How long each answer took.</returns>
    /// <exception cref="InvalidOperationException">An answer was not of this status.</exception>
    public async Task<List<TimeSpan>> AskAsync(byte[] request, int status, TimeSpan time)
    {
        var times = new List<TimeSpan>();
        for (var begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < time;)
        {
            var sent = Stopwatch.GetTimestamp();
            var answer = await AskAsync(request);
            times.Add(Stopwatch.GetElapsedTime(sent));
            if (!answer.StartsWith($"HTTP/1.1 {status} ", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"Not {status}: {answer}");
            }
        }

        return times;
    }

    /// <returns>The head of the answer; its body has been read too.</returns>
    public async Task<string> AskAsync(byte[] request)
    {
        await _socket.SendAsync(request);
        var (read, head) = (0, -1);
        while (head < 0)
        {
            read += await ReceiveAsync(_buffer.AsMemory(read));
            head = _buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }

        var text = Encoding.ASCII.GetString(_buffer, 0, head);
        for (var missing = head + 4 + LengthIn(text) - read; missing > 0;)
        {
            missing -= await ReceiveAsync(_buffer.AsMemory(0, Math.Min(missing, _buffer.Length)));
        }

        return text;
    }

    public void Dispose() => _socket.Dispose();

    private async ValueTask<int> ReceiveAsync(Memory<byte> into) =>
        await _socket.ReceiveAsync(into) is > 0 and var received ? received : throw new InvalidOperationException("The publisher hung up.");

    private static int LengthIn(string head)
    {
        const string Field = "\r\nContent-Length: ";
        var at = head.IndexOf(Field, StringComparison.Ordinal);
        var value = at < 0 ? "0" : head[(at + Field.Length)..].Split('\r')[0];
        return int.Parse(value, CultureInfo.InvariantCulture);
    }
}
