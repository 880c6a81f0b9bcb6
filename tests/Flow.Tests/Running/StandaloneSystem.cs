using Moderation.Servers;

namespace Moderation.Flow.Tests.Running;

/// <summary>All four services in one process, on a data folder of its own.</summary>
public sealed class StandaloneSystem : ISystem, IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("moderation-data-");

    /// <summary>Configuration of its own, as environment variables spell it.</summary>
    public IReadOnlyDictionary<string, string> More { get; init; } = new Dictionary<string, string>();

    public Website Website { get; private set; } = null!;

    public Desk Desk { get; private set; } = null!;

    public Authors Authors { get; private set; } = null!;

    /// <summary>The data folder.</summary>
    public string Data => _data.FullName;

    public Uri Address => Program.Address;

    public string Logs => Program.Log;

    /// <summary>All that it logged since it was first started.</summary>
    public string WholeLog => Program.WholeLog;

    public Task<Desk> SignInAsync() => Desk.SignInAsync(Program.Address);

    // The embedded Redis is nobody else's to ask; it holds keyed hashes and numbers, which the tests of the worker look at.
    public Task<string> StoredAsync() => Stored.InSqliteAsync(Data);

    private OwnProgram Program { get; set; } = null!;

    public Task InitializeAsync()
    {
        Program = new OwnProgram("standalone", Built.Standalone, [], Settings.With([.. More, KeyValuePair.Create("Data__Directory", _data.FullName)]));
        Website = new Website(Program.Address, Program.Address, Program.Address);
        Desk = Desk.WithToken(Program.Address);
        Authors = new Authors(Program.Address, Program.Address);
        return StartAsync();
    }

    public Task StartAsync() => Program.StartAsync();

    public Task KillAsync() => Program.KillAsync();

    public async Task DisposeAsync()
    {
        await Program.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
