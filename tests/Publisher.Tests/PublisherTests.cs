using Moderation.Publisher.Tests.Running;
using Moderation.Publisher.Tests.Stores;

namespace Moderation.Publisher.Tests;

/// <summary>A publisher of its own for each test, on the databases of <typeparamref name="TStore"/>.</summary>
public abstract class PublisherTests<TStore> : IAsyncLifetime
    where TStore : ITestStore, new()
{
    private PublisherHost? _host;

    private protected PublisherHost Publisher => _host ?? throw new InvalidOperationException("The publisher is not running.");

    protected TStore Store { get; } = new();

    public async Task InitializeAsync() => _host = await PublisherHost.StartAsync(await Store.CreateAsync());

    public async Task DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        await Store.DisposeAsync();
    }
}
