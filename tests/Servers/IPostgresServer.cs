namespace Moderation.Servers;

public interface IPostgresServer : IServer
{
    /// <summary>Creates an empty database.</summary>
    /// <returns>Its connection string.</returns>
    Task<string> CreateDatabaseAsync(CancellationToken ct = default);
}
