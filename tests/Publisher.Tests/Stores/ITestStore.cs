using Moderation.Hosting.Stores;

namespace Moderation.Publisher.Tests.Stores;

/// <summary>Databases that nobody else uses, gone when disposed.</summary>
public interface ITestStore : IAsyncDisposable
{
    Task<IDatabases> CreateAsync();
}
