using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Moderation.Hosting.Bus;

namespace Moderation.Hosting.Tests.Watch;

public sealed record Said(int Number);

internal sealed class Heard
{
    public List<int> Numbers { get; } = [];

    /// <summary>What is heard while it is closed stays unacknowledged.</summary>
    public TaskCompletionSource Gate { get; set; } = Open();

    public static TaskCompletionSource Open()
    {
        var gate = new TaskCompletionSource();
        gate.SetResult();
        return gate;
    }
}

internal sealed class UpdateStatusConsumer(Heard heard) : IConsumer<Said>
{
    public async Task Consume(ConsumeContext<Said> context)
    {
        await heard.Gate.Task;
        lock (heard.Numbers)
        {
            heard.Numbers.Add(context.Message.Number);
        }
    }
}

/// <summary>A process that reads one queue of RabbitMQ, and whose watch looks when a test says so.</summary>
internal sealed class Listener : IAsyncDisposable
{
    public const string Queue = Queues.UpdateStatus;

    private WebApplication _app = null!;
    private Task _running = Task.CompletedTask;
    private readonly Endpoint _endpoint = new();
    private IHostApplicationLifetime _life = null!;

    public Heard Heard { get; } = new();

    public ManualTimers Time { get; } = new();

    public bool IsEnding => _life.ApplicationStopping.IsCancellationRequested;

    public static async Task<Listener> StartAsync(string rabbitMq)
    {
        var listener = new Listener();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(listener.Time);
        builder.Services.AddSingleton(listener.Heard);
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true);
        builder.AddServiceDefaults("listener");
        builder.Services.AddRabbitMqBus(rabbitMq, bus =>
        {
            bus.AddConsumer<UpdateStatusConsumer>();
            bus.AddReceiveEndpointObserver(_ => listener._endpoint);
        });
        listener._app = builder.Build();
        listener._life = listener._app.Lifetime;
        var started = new TaskCompletionSource();
        listener._life.ApplicationStarted.Register(started.SetResult);
        listener._running = listener._app.RunAsync();
        await Task.WhenAny(started.Task, listener._running);
        return listener;
    }

    public Task SayAsync(int number) => _app.Services.GetRequiredService<IBus>().Publish(new Said(number));

    public Task StopListeningAsync() => _endpoint.Handle!.Stop(CancellationToken.None);

    public async Task<HealthReportEntry> HealthAsync() =>
        (await _app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["consumers"];

    public Task EndedAsync() => _running.WaitAsync(TimeSpan.FromSeconds(60));

    public async ValueTask DisposeAsync()
    {
        Heard.Gate.TrySetResult();
        _life.StopApplication();
        await EndedAsync();
    }

    private sealed class Endpoint : IReceiveEndpointObserver
    {
        public IReceiveEndpoint? Handle { get; private set; }

        public Task Ready(ReceiveEndpointReady ready)
        {
            if (ready.InputAddress.AbsolutePath.EndsWith(Queue, StringComparison.Ordinal))
            {
                Handle = ready.ReceiveEndpoint;
            }

            return Task.CompletedTask;
        }

        public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

        public Task Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;

        public Task Faulted(ReceiveEndpointFaulted faulted) => Task.CompletedTask;
    }
}
