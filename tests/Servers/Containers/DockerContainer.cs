using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;
using Microsoft.Extensions.Logging.Abstractions;
using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;
using Testcontainers.Redis;

namespace Moderation.Servers.Containers;

/// <summary>A server in a container. Its port on the host is fixed: a random one would change at every start.</summary>
internal sealed class DockerContainer : IServerProgram
{
    private readonly Func<IContainer> _create;
    private IContainer _container;
    private ContainerLeash? _leash;

    private DockerContainer(Func<IContainer> create) => (_create, _container) = (create, create());

    public string? Failure => null;

    public static DockerContainer RabbitMq(int port) => new(() => Plain(new RabbitMqBuilder("rabbitmq:4-management"))
        .WithUsername("guest")
        .WithPassword("guest")
        .WithPortBinding(port, RabbitMqBuilder.RabbitMqPort)
        .Build());

    public static DockerContainer Redis(int port, params string[] settings) => new(() => Plain(new RedisBuilder("redis:8-alpine"))
        .WithCommand(["--appendonly", "yes", .. settings])
        .WithPortBinding(port, RedisBuilder.RedisPort)
        .Build());

    public static DockerContainer Postgres(int port) => new(() => Plain(new PostgreSqlBuilder("postgres:18-alpine"))
        .WithUsername(PostgresServer.User)
        .WithPassword(PostgresServer.User)
        // The builder turns these off for speed; a kill would then take commits with it.
        .WithCommand("-c", "fsync=on", "-c", "full_page_writes=on", "-c", "synchronous_commit=on", "-c", "max_connections=300")
        .WithPortBinding(port, PostgreSqlBuilder.PostgreSqlPort)
        .Build());

    public async Task StartAsync()
    {
        await _container.StartAsync();
        _leash ??= ContainerLeash.For(_container.Id);
    }

    public Task StopAsync() => _container.StopAsync();

    public async Task KillAsync()
    {
        using var client = DockerDaemon.Client();
        await client.Containers.KillContainerAsync(_container.Id, new ContainerKillParameters { Signal = "KILL" });
        await client.Containers.WaitContainerAsync(_container.Id);
    }

    public async Task WipeAsync()
    {
        // The volume goes with the container.
        await DisposeAsync();
        _container = _create();
    }

    public async ValueTask DisposeAsync()
    {
        await _container.DisposeAsync();
        _leash?.Dispose();
        _leash = null;
    }

    // Its own waiting is slower than asking the server, as RealServer does.
    private static TBuilder Plain<TBuilder, TContainer, TConfiguration>(IContainerBuilder<TBuilder, TContainer, TConfiguration> builder)
        where TBuilder : IContainerBuilder<TBuilder, TContainer, TConfiguration>
        where TContainer : IContainer
        where TConfiguration : IContainerConfiguration => builder
        .WithWaitStrategy(Wait.ForUnixContainer())
        .WithLogger(NullLogger.Instance)
        .WithCreateParameterModifier(OnLoopback);

    private static void OnLoopback(CreateContainerParameters container)
    {
        foreach (var binding in container.HostConfig!.PortBindings!.Values.SelectMany(bindings => bindings))
        {
            binding.HostIP = "127.0.0.1";
        }
    }
}
