using System.Text;
using Moderation.Publisher.Live;
using Moderation.Publisher.Pages;
using Moderation.Publisher.Tests.Running;
using Moderation.Publisher.Tests.Stores;

namespace Moderation.Publisher.Tests;

public sealed class ManyReadersOnSqliteTests : ManyReadersTests<SqliteStore>;

/// <summary>Readers cost little, however many there are and however slow they are.</summary>
public abstract class ManyReadersTests<TStore> : IAsyncLifetime
    where TStore : ITestStore, new()
{
    private readonly TStore _store = new();
    private CountedDatabases _databases = null!;
    private PublisherHost _publisher = null!;

    public async Task InitializeAsync()
    {
        _databases = new CountedDatabases(await _store.CreateAsync());
        _publisher = await PublisherHost.StartAsync(_databases);
    }

    public async Task DisposeAsync()
    {
        await _publisher.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task A_change_is_read_once_for_all_readers()
    {
        await _publisher.DeliverAsync(Decide.Approve(Decide.Comment()));
        var streams = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => LiveStream.OpenAsync(_publisher, "&after=1")));
        await _publisher.DeliverAsync(Decide.Approve(Decide.Comment()));
        await Task.WhenAll(streams.Select(stream => stream.NextAsync()));
        var before = _databases.Connections;

        for (var change = 0; change < 5; change++)
        {
            await _publisher.DeliverAsync(Decide.Approve(Decide.Comment()));
            await Task.WhenAll(streams.Select(stream => stream.NextAsync()));
        }

        // One to decide, one to read.
        Assert.Equal(10, _databases.Connections - before);
        foreach (var stream in streams)
        {
            await stream.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_slow_reader_gets_everything_in_its_last_state_when_it_is_done()
    {
        var comment = Decide.Comment();
        await _publisher.DeliverAsync(Decide.Approve(comment));
        using var end = new CancellationTokenSource();
        await using var slow = new SlowStream();
        var reading = _publisher.Part<LiveReader>().ReadAsync(PageRef.Of("demo", "story"), null, slow, end.Token);

        for (var sequence = 2; sequence <= 31; sequence++)
        {
            await _publisher.DeliverAsync(sequence % 2 == 0 ? Decide.Reject(comment, sequence) : Decide.Approve(comment, sequence));
        }

        slow.GoOn();
        await Eventually.IsAsync(() => Task.FromResult(slow.Written.Contains("id: 31", StringComparison.Ordinal)));
        Assert.Equal(1, slow.Written.Split("event: ").Length - 1);
        await end.CancelAsync();
        await reading;
    }

    /// <summary>Takes nothing until it is told to.</summary>
    private sealed class SlowStream : MemoryStream
    {
        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly StringBuilder _written = new();

        public string Written
        {
            get
            {
                lock (_written)
                {
                    return _written.ToString();
                }
            }
        }

        public void GoOn() => _goOn.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _goOn.Task.WaitAsync(cancellationToken);
            lock (_written)
            {
                _written.Append(Encoding.UTF8.GetString(buffer.Span));
            }
        }
    }
}
