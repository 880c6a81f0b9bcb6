using Moderation.Servers.Binaries;

namespace Moderation.Servers;

/// <summary>One of our own programs as a process of its own: it ends with the tests, and keeps its port over restarts.</summary>
public sealed class OwnProgram : IAsyncDisposable
{
    private const int LogLines = 25;
    private static readonly HttpClient _http = new();

    private readonly string _name;
    private readonly ScratchFolder _scratch = new();
    private readonly InstalledProgram _program;
    private readonly RealServer _process;
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <param name="name">What its log is called by.</param>
    /// <param name="assembly">The full path of the program's <c>.dll</c>.</param>
    /// <param name="arguments">What comes before <c>--urls</c>.</param>
    /// <param name="settings">Configuration, as environment variables spell it.</param>
    public OwnProgram(string name, string assembly, string[] arguments, IReadOnlyDictionary<string, string> settings)
    {
        _name = name;
        Address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var command = new Command(DotNet, [assembly, .. arguments, "--urls", Address.GetLeftPart(UriPartial.Authority)]) { Environment = settings };
        _program = new InstalledProgram(_scratch, command, Signal.Terminate);
        _process = new RealServer(_program, Address.ToString(), ReadyAsync);
    }

    /// <summary>The .NET that runs these tests.</summary>
    public static string DotNet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public Uri Address { get; }

    /// <summary>The end of what it printed.</summary>
    public string Log => $"--- {_name}{Environment.NewLine}{string.Join(Environment.NewLine, Lines().TakeLast(LogLines))}";

    /// <summary>All that it printed.</summary>
    public string WholeLog => string.Join(Environment.NewLine, Lines());

    /// <summary>Returns when it is ready.</summary>
    public Task StartAsync() => AloneAsync(_process.StartAsync);

    /// <summary>Ends it by SIGKILL.</summary>
    public Task KillAsync() => AloneAsync(_process.KillAsync);

    /// <summary>Starts it anew if it ended by itself with this code, as Docker does.</summary>
    public Task RestartIfEndedAsync(int exitCode) => AloneAsync(async () =>
    {
        if (_program.EndedWith == exitCode)
        {
            await _process.KillAsync();
            await _process.StartAsync();
        }
    });

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _oneAtATime.Dispose();
    }

    private async Task AloneAsync(Func<Task> act)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            await act();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private async Task ReadyAsync(CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(new Uri(Address, "/health/ready"), cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    private IEnumerable<string> Lines() => File.Exists(_scratch.File("log")) ? File.ReadLines(_scratch.File("log")) : [];
}
