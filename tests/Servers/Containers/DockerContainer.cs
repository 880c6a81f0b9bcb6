using Docker.DotNet.Models;
using DotNet.Testcontainers.Containers;
using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;
using Testcontainers.Redis;

namespace Moderation.Servers.Containers;

/// <summary>A server in a container. Its port on the host is fixed: a random one would change at every start.</summary>
internal sealed class DockerContainer : IServerProgram
{
    private readonly Func<IContainer> _create;
    private IContainer _container;

    private DockerContainer(Func<IContainer> create)
    {
        (_create, _container) = (create, create());
        AtExit.Add(this, () => RemoveAsync().GetAwaiter().GetResult());
    }

    public string? Failure => null;

    public static DockerContainer RabbitMq(int port) => new(() => new RabbitMqBuilder("rabbitmq:4-management")
        .WithUsername("guest")
        .WithPassword("guest")
        .WithPortBinding(port, RabbitMqBuilder.RabbitMqPort)
        .WithCreateParameterModifier(OnLoopback)
        .Build());

    public static DockerContainer Redis(int port) => new(() => new RedisBuilder("redis:8-alpine")
        .WithCommand("--appendonly", "yes")
        .WithPortBinding(port, RedisBuilder.RedisPort)
        .WithCreateParameterModifier(OnLoopback)
        .Build());

    public static DockerContainer Postgres(int port) => new(() => new PostgreSqlBuilder("postgres:18-alpine")
        .WithUsername(PostgresServer.User)
        .WithPassword(PostgresServer.User)
        // The builder turns these off for speed; a kill would then take commits with it.
        .WithCommand("-c", "fsync=on", "-c", "full_page_writes=on", "-c", "synchronous_commit=on", "-c", "max_connections=300")
        .WithPortBinding(port, PostgreSqlBuilder.PostgreSqlPort)
        .WithCreateParameterModifier(OnLoopback)
        .Build());

    public Task StartAsync() => _container.StartAsync();

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
        await _container.DisposeAsync();
        _container = _create();
    }

    public ValueTask DisposeAsync()
    {
        AtExit.Remove(this);
        return _container.DisposeAsync();
    }

    private static void OnLoopback(CreateContainerParameters container)
    {
        foreach (var binding in container.HostConfig!.PortBindings!.Values.SelectMany(bindings => bindings))
        {
            binding.HostIP = "127.0.0.1";
        }
    }

    private async Task RemoveAsync()
    {
        using var client = DockerDaemon.Client();
        await client.Containers.RemoveContainerAsync(_container.Id, new ContainerRemoveParameters { Force = true, RemoveVolumes = true });
    }
}
