using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Moderation.Benchmarks.Flow;

/// <summary>One service in a process that cannot outlive this one. It listens on a port of its own choice.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    // The watcher reads a pipe that only we hold open; at its end nobody needs the service any more.
    private const string Script = """
        exec 3<&0 </dev/null >"$1" 2>&1
        (read -r line <&3; kill -KILL "$$") &
        shift
        exec "$@" 3<&-
        """;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly string _log = Path.GetTempFileName();
    private readonly Process _process;
    private Uri? _address;

    /// <param name="name">Which service.</param>
    /// <param name="settings">Its configuration, as environment variables.</param>
    /// <param name="program">The assembly that has it; the services' own host unless said.</param>
    public ServiceProcess(string name, IReadOnlyDictionary<string, string> settings, string? program = null)
    {
        Name = name;
        var start = new ProcessStartInfo(
            "/bin/sh", ["-c", Script, "sh", _log, "dotnet", program ?? Repository.Host, name, "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardInput = true,
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        _process = Process.Start(start)!;
    }

    public string Name { get; }

    public int ProcessId => _process.Id;

    public Uri Address => _address ?? throw new InvalidOperationException($"The {Name} service is not ready yet.");

    /// <summary>Returns when it listens and calls itself ready.</summary>
    /// <exception cref="InvalidOperationException">It ended, or is not ready in a minute; the message has the end of its log.</exception>
    public async Task ReadyAsync()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var clock = Stopwatch.StartNew(); !await IsReadyAsync(http); await Task.Delay(100))
        {
            if (_process.HasExited || clock.Elapsed > _patience)
            {
                throw new InvalidOperationException($"The {Name} service is not ready: {string.Join('\n', File.ReadLines(_log).TakeLast(20))}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        File.Delete(_log);
    }

    private async Task<bool> IsReadyAsync(HttpClient http)
    {
        _address ??= Listening().Match(await File.ReadAllTextAsync(_log)) is { Success: true } match ? new Uri(match.Groups[1].Value) : null;
        if (_address is null)
        {
            return false;
        }

        try
        {
            using var answer = await http.GetAsync(new Uri(_address, "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
