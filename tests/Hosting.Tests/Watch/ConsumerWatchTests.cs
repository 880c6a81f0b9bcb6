using Moderation.Servers;
using RabbitMQ.Client;

namespace Moderation.Hosting.Tests.Watch;

public sealed class ConsumerWatchTests : IAsyncLifetime
{
    private const int MoreThanOneTakes = 200;
    private IRabbitMqServer _rabbitMq = null!;

    public async Task InitializeAsync() => _rabbitMq = await RealServers.RabbitMqAsync();

    public async Task DisposeAsync()
    {
        // It would be the exit code of the tests.
        Environment.ExitCode = 0;
        await _rabbitMq.DisposeAsync();
    }

    [Fact]
    public async Task Ends_a_process_whose_queue_nobody_reads_and_the_next_one_reads_it()
    {
        var deaf = await Listener.StartAsync(_rabbitMq.ConnectionString);
        await deaf.StopListeningAsync();
        await deaf.SayAsync(1);

        await LooksAsync(deaf, async () => (await deaf.HealthAsync()).Description == $"Not read by this process: {Listener.Queue}.");
        await LooksAsync(deaf, () => Task.FromResult(deaf.IsEnding));
        await deaf.EndedAsync();

        Assert.Equal(75, Environment.ExitCode);
        await using var next = await Listener.StartAsync(_rabbitMq.ConnectionString);
        await Eventually.TrueAsync(() => next.Heard.Numbers is [1], "The message is heard");
    }

    [Fact]
    public async Task Ends_only_the_one_of_two_processes_that_does_not_read()
    {
        await using var busy = await Listener.StartAsync(_rabbitMq.ConnectionString);
        await using var deaf = await Listener.StartAsync(_rabbitMq.ConnectionString);
        await deaf.StopListeningAsync();
        busy.Heard.Gate = new TaskCompletionSource();
        for (var number = 0; number < MoreThanOneTakes; number++)
        {
            await busy.SayAsync(number);
        }

        await LooksAsync(deaf, () =>
        {
            busy.Time.Pass();
            return Task.FromResult(deaf.IsEnding);
        });

        Assert.False(busy.IsEnding);
        Assert.Equal("Every queue is read.", (await busy.HealthAsync()).Description);
    }

    [Fact]
    public async Task Waits_for_a_broker_that_is_down_and_goes_on_when_it_is_back()
    {
        await using var listener = await Listener.StartAsync(_rabbitMq.ConnectionString);
        await _rabbitMq.StopAsync();
        await LookTimesAsync(listener, 10);
        Assert.False(listener.IsEnding);

        await _rabbitMq.StartAsync();

        await SaidAndHeardAsync(listener, 1);
        await LookTimesAsync(listener, 10);
        Assert.False(listener.IsEnding);
    }

    [Fact]
    public async Task Reads_a_queue_again_that_was_deleted_under_its_consumer()
    {
        await using var listener = await Listener.StartAsync(_rabbitMq.ConnectionString);
        await using (var connection = await new ConnectionFactory { Uri = new Uri(_rabbitMq.ConnectionString) }.CreateConnectionAsync())
        await using (var channel = await connection.CreateChannelAsync())
        {
            await channel.QueueDeleteAsync(Listener.Queue);
        }

        await SaidAndHeardAsync(listener, 1);
        Assert.False(listener.IsEnding);
    }

    // As all who send do: again, until it has come.
    private static Task SaidAndHeardAsync(Listener listener, int number) => Eventually.TrueAsync(
        async () =>
        {
            try
            {
                await listener.SayAsync(number).WaitAsync(TimeSpan.FromSeconds(5));
            }
            catch (Exception)
            {
                return false;
            }

            return listener.Heard.Numbers.Contains(number);
        },
        "A message is heard");

    private static Task LooksAsync(Listener listener, Func<Task<bool>> until) => Eventually.TrueAsync(
        async () =>
        {
            listener.Time.Pass();
            return await until();
        },
        "The watch sees it");

    private static Task LookTimesAsync(Listener listener, int times) => LooksAsync(listener, () => Task.FromResult(--times == 0));
}
