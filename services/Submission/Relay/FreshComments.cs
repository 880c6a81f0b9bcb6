using System.Threading.Channels;
using Moderation.Contracts;

namespace Moderation.Submission.Relay;

/// <summary>Comments just saved and not published yet. When it is full the relay takes over: their rows are the outbox.</summary>
internal sealed class FreshComments
{
    private const int Capacity = 10_000;

    private readonly Channel<CommentSubmitted> _channel =
        Channel.CreateBounded<CommentSubmitted>(new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Add(CommentSubmitted comment) => _channel.Writer.TryWrite(comment);

    public IAsyncEnumerable<CommentSubmitted> All(CancellationToken cancellationToken) => _channel.Reader.ReadAllAsync(cancellationToken);
}
