using System.Diagnostics;

namespace Moderation.Servers;

internal class RealServer(IServerProgram program, string connectionString, Func<CancellationToken, Task> ask) : IServer
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    public string ConnectionString => connectionString;

    protected IServerProgram Program => program;

    public async Task StartAsync()
    {
        await program.StartAsync();
        await AnsweredAsync();
    }

    /// <summary>Returns when it answers.</summary>
    public async Task AnsweredAsync()
    {
        var clock = Stopwatch.StartNew();
        while (await RefusalAsync() is { } refusal)
        {
            if (program.Failure is { } failure)
            {
                throw new InvalidOperationException(failure, refusal);
            }
            if (clock.Elapsed > _patience)
            {
                throw new TimeoutException($"The server at {connectionString} did not answer within {_patience.TotalSeconds} s.", refusal);
            }
            await Task.Delay(50);
        }
    }

    public Task StopAsync() => program.StopAsync();

    public Task KillAsync() => program.KillAsync();

    public ValueTask DisposeAsync() => program.DisposeAsync();

    private async Task<Exception?> RefusalAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await ask(soon.Token);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }
}
