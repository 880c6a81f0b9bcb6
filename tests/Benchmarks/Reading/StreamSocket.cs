using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Moderation.Benchmarks.Reading;

/// <summary>A reader of a stream that notes when each comment came.</summary>
internal sealed class StreamSocket : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] _buffer = new byte[8 * 1024];

    public static async Task<StreamSocket> OpenAsync(Uri address, string path)
    {
        var stream = new StreamSocket();
        await stream._socket.ConnectAsync(address.Host, address.Port);
        await stream._socket.SendAsync(Asking.Request(address, path));
        await stream.UntilAsync("retry: ");
        return stream;
    }

    /// <returns>The timestamp at which it was there.</returns>
    public async Task<long> PublishedAsync()
    {
        await UntilAsync("event: published\n");
        return Stopwatch.GetTimestamp();
    }

    public void Dispose() => _socket.Dispose();

    // What is looked for comes in one piece: it is written in one, and is shorter than a packet.
    private async Task UntilAsync(string text)
    {
        int received;
        do
        {
            received = await _socket.ReceiveAsync(_buffer);
            if (received == 0)
            {
                throw new InvalidOperationException("The publisher hung up.");
            }
        }
        while (!Encoding.UTF8.GetString(_buffer, 0, received).Contains(text, StringComparison.Ordinal));
    }
}
