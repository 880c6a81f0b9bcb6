using System.Threading.Channels;

namespace Moderation.Submission.Relay;

/// <summary>Comments just saved and not published yet. When it is full the relay takes over: their rows are the outbox.</summary>
internal sealed class FreshComments
{
    private const int Capacity = 10_000;

    private readonly Channel<Outgoing> _channel =
        Channel.CreateBounded<Outgoing>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Add(Outgoing comment) => _channel.Writer.TryWrite(comment);

    public IAsyncEnumerable<Outgoing> All(CancellationToken cancellationToken) => _channel.Reader.ReadAllAsync(cancellationToken);
}
